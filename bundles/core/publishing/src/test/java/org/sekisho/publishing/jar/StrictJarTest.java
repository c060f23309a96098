package org.sekisho.publishing.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.publishing.PublishingFault;

class StrictJarTest {
    @TempDir
    Path folder;

    @Test
    void manifestComesFirstAndFoldersGo() throws Exception {
        Path jar = Jars.bundle(folder, "shop.till", "");

        assertThat(names(StrictJar.of(jar).toBytes())).containsExactly("META-INF/MANIFEST.MF", "a/file.txt");
    }

    @Test
    void oldSignaturesGo() throws Exception {
        Path jar = Jars.jar(
                folder.resolve("signed.jar"),
                Jars.manifest("signed", "") + "Name: a.txt\nSHA-256-Digest: AAAA\n\n",
                Map.of("a.txt", "a", "META-INF/OLD.SF", "x", "META-INF/OLD.RSA", "x", "META-INF/INDEX.LIST", "x"));

        byte[] strict = StrictJar.of(jar).toBytes();

        assertThat(names(strict)).containsExactly("META-INF/MANIFEST.MF", "a.txt");
        assertThat(content(strict, "META-INF/MANIFEST.MF")).doesNotContain("Digest");
    }

    @Test
    void jarsOfTheBundleClassPathAreLaidOpen() throws Exception {
        String nested = new String(
                Jars.bytes("Manifest-Version: 1.0\n", Map.of("b/Inner.class", "inner")), StandardCharsets.ISO_8859_1);
        Path jar = Jars.jar(
                folder.resolve("outer.jar"),
                Jars.manifest("outer", "Bundle-ClassPath: .,lib/inner.jar\n"),
                Map.of("lib/inner.jar", nested));

        byte[] strict = StrictJar.of(jar).toBytes();

        assertThat(names(strict)).containsExactly("META-INF/MANIFEST.MF", "b/Inner.class");
        assertThat(content(strict, "META-INF/MANIFEST.MF")).doesNotContain("Bundle-ClassPath");
    }

    @Test
    void otherNestedJarIsRefused() throws Exception {
        Path jar = Jars.jar(folder.resolve("outer.jar"), Jars.manifest("outer", ""), Map.of("hidden.jar", "x"));

        assertThatThrownBy(() -> StrictJar.of(jar))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("hidden.jar");
    }

    @Test
    void namesThatDifferInCaseAreRefused() throws Exception {
        Path jar = Jars.jar(
                folder.resolve("case.jar"), Jars.manifest("case", ""), Map.of("a/X.class", "x", "a/x.class", "y"));

        assertThatThrownBy(() -> StrictJar.of(jar))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("differ in case only");
    }

    private static List<String> names(byte[] jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String content(byte[] jar, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
