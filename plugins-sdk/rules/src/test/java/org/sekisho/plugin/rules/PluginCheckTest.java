package org.sekisho.plugin.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginCheckTest {

    @TempDir
    Path folder;

    @Test
    void pluginThatSeesTheApiOnlyPasses() throws Exception {
        PluginCheck.main(
                "jar", plugin("Import-Package", "org.sekisho.api.device;version=\"[0.1,1)\",org.osgi.framework"));
    }

    @Test
    void whatHasNoJarPasses() throws Exception {
        PluginCheck.main("pom", "nowhere.jar");
    }

    @Test
    void importOfTheCoreIsToldInOneSentenceInBothLanguages() throws Exception {
        Path jar =
                Path.of(plugin("Import-Package", "org.sekisho.api.device,org.sekisho.checkout;resolution:=optional"));

        assertThatExceptionOfType(PluginRefused.class)
                .isThrownBy(() -> PluginCheck.check(jar, Locale.FRENCH))
                .withMessage("lamp.jar: a plugin may not import org.sekisho.checkout; of the register it sees"
                        + " org.sekisho.api packages only. No register would load it, and sales go on without it;"
                        + " whoever writes the plugin can mend this.");
        assertThatExceptionOfType(PluginRefused.class)
                .isThrownBy(() -> PluginCheck.check(jar, Locale.JAPANESE))
                .withMessageContaining("プラグインは org.sekisho.checkout をインポートできません");
    }

    @ParameterizedTest
    @CsvSource({
        "Fragment-Host, org.sekisho.checkout, may not say Fragment-Host: org.sekisho.checkout",
        "require-bundle, org.sekisho.journal, may not say Require-Bundle: org.sekisho.journal",
        "DynamicImport-Package, *, may not say DynamicImport-Package: *",
        "Export-Package, org.sekisho.api.model, may not export org.sekisho.api.model",
        "Bundle-ClassPath, external:/opt/x.jar, leaves the jar: external:/opt/x.jar"
    })
    void headerThatReachesAroundTheWiringIsRefused(String header, String value, String sentence) throws Exception {
        String jar = plugin(header, value);

        assertThatExceptionOfType(PluginRefused.class)
                .isThrownBy(() -> PluginCheck.main("jar", jar))
                .withMessageContaining(sentence);
    }

    @Test
    void jarWithoutManifestIsNoBundle() throws Exception {
        Path jar = folder.resolve("empty.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }

        assertThatExceptionOfType(PluginRefused.class)
                .isThrownBy(() -> PluginCheck.main("jar", jar.toString()))
                .withMessageContaining("no Bundle-SymbolicName");
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(texts("breaches_ja.properties")).isEqualTo(texts("breaches.properties"));
    }

    private static Set<String> texts(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Breach.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.stringPropertyNames();
    }

    private String plugin(String header, String value) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-SymbolicName", "com.example.lamp");
        main.putValue(header, value);
        Path jar = folder.resolve("lamp.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.finish();
        }
        return jar.toString();
    }
}
