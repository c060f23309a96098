package org.sekisho.extensions.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.extensions.jar.BundleManifest;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.gate.view.RefusalCode;

final class PluginManifestTest {

    @Test
    void ordinaryPluginIsFit() {
        assertThat(
                        found(
                                "Import-Package: org.sekisho.api.device,org.osgi.framework,javax.crypto\nBundle-ClassPath: .,lib/x.jar\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fragment-Host: org.sekisho.checkout",
                "Fragment-Host: system.bundle; extension:=framework",
                "fragment-host: x",
                "ExtensionBundle-Activator: x.Y",
                "Bundle-NativeCode: x.so",
                "DynamicImport-Package: *",
                "Require-Bundle: org.sekisho.checkout",
                "Launcher-Agent-Class: x.Y"
            })
    void headerThatReachesAroundTheWiringIsRefused(String header) {
        assertThat(found(header + "\n")).containsExactly("plugin.header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.sekisho.checkout",
                "org.sekisho.storage",
                "org.sekisho.gate.view",
                "org.sekisho.apix",
                "org.sekisho.api",
                "org.hsqldb",
                "org.hsqldb.jdbc",
                "com.fazecast.jSerialComm",
                "org.osgi.framework.hooks.resolver",
                "org.osgi.framework.launch",
                "org.apache.felix.framework.util",
                "jdk.internal.misc",
                "sun.misc"
            })
    void importBehindTheApiIsRefused(String name) {
        assertThat(found("Import-Package: " + name + ";resolution:=optional\n")).containsExactly("plugin.import");
    }

    @Test
    void importThatIsNotGrantedIsRefused() {
        BundleManifest manifest = manifest("Import-Package: a.b,c.d\n");
        assertThat(PluginManifest.check(manifest, List.of("a.b")))
                .containsExactly(Finding.of(RefusalCode.STRUCTURE, "plugin.import-not-granted", "c.d"));
    }

    @Test
    void exportOfTheRegistersPackagesIsRefused() {
        assertThat(found("Export-Package: org.sekisho.api.model;version=1\n")).containsExactly("plugin.export");
    }

    @Test
    void classPathThatLeavesTheJarIsRefused() {
        assertThat(found("Bundle-ClassPath: .,external:/opt/x.jar\n")).containsExactly("plugin.class-path");
        assertThat(found("Bundle-ClassPath: ../x.jar\n")).containsExactly("plugin.class-path");
    }

    @Test
    void jarWithoutNameIsNoBundle() {
        BundleManifest none = BundleManifest.read(new byte[0]);
        assertThat(PluginManifest.check(none)).extracting(Finding::key).containsExactly("plugin.no-name");
    }

    private static List<String> found(String headers) {
        return PluginManifest.check(manifest(headers)).stream()
                .map(Finding::key)
                .toList();
    }

    private static BundleManifest manifest(String headers) {
        return BundleManifest.read(("Bundle-SymbolicName: com.example\n" + headers).getBytes(StandardCharsets.UTF_8));
    }
}
