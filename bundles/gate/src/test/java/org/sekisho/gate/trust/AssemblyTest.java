package org.sekisho.gate.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.refusal.MalformedDocument;

class AssemblyTest {

    private static final String ONE = "11".repeat(32);
    private static final String TWO = "22".repeat(32);

    private final Map<String, Object> document = new HashMap<>(Map.of(
            "schema",
            1,
            "name",
            "grocery",
            "version",
            "1.0.0",
            "bundles",
            List.of(TWO, ONE),
            "serving",
            List.of(ONE),
            "platform",
            List.of(file("lib/modules/gate.jar"))));

    private static Map<String, Object> file(String path) {
        return Map.of("file", path, "sha256", ONE, "size", 3);
    }

    private Assembly read() throws MalformedDocument {
        return Assembly.read(CanonicalJson.of(document));
    }

    @Test
    void bundlesKeepTheirOrder() throws Exception {
        Assembly assembly = read();
        assertThat(assembly.bundles()).containsExactly(TWO, ONE);
        assertThat(assembly.serving()).containsExactly(ONE);
        assertThat(assembly.platform()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"schema", "name", "version", "bundles", "platform"})
    void nothingMayBeMissing(String field) {
        document.remove(field);
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aBundleIsNamedByItsDigest() {
        document.put("bundles", List.of("checkout.jar"));
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aBundleStandsOnce() {
        document.put("bundles", List.of(ONE, ONE));
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void onlyItsOwnBundlesStartLate() {
        document.put("bundles", List.of(TWO));
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @ParameterizedTest
    @CsvSource({"../gate.jar", "/lib/gate.jar", "lib//gate.jar", "lib/./gate.jar", "lib\\gate.jar", "''"})
    void aFileOfThePlatformLiesInTheInstallation(String path) {
        document.put("platform", List.of(file(path)));
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aFileOfThePlatformStandsOnce() {
        document.put("platform", List.of(file("lib/a.jar"), file("lib/a.jar")));
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }
}
