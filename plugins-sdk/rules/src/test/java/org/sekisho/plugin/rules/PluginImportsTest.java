package org.sekisho.plugin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginImportsTest {

    @Test
    void theApiAndWhatIsNobodysAreOpen() {
        assertThat(PluginImports.refused(
                        List.of("java.util", "org.sekisho.api.model", "org.osgi.framework", "com.example.org.hsqldb")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.sekisho",
                "org.sekisho.checkout",
                "org.sekisho.checkout.sale",
                "org.sekisho.apix",
                "org.sekisho.api",
                "org.sekisho.plugin.rules",
                "org.hsqldb.jdbc",
                "org.postgresql",
                "com.fazecast.jSerialComm",
                "org.osgi.framework.hooks.resolver",
                "org.osgi.framework.startlevel",
                "org.osgi.framework.wiring",
                "org.osgi.service.packageadmin",
                "org.osgi.service.url",
                "jdk.internal.misc"
            })
    void whatLiesBehindTheApiIsRefused(String name) {
        assertThat(PluginImports.refused(List.of("java.util", name, "org.sekisho.api.model")))
                .containsExactly(name);
    }
}
