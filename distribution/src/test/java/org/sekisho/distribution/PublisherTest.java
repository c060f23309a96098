package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    Path folder;

    private DevelopmentKeys keys;
    private byte[] plain;

    @BeforeEach
    void makeKeys() throws Exception {
        keys = DevelopmentKeys.open(folder.resolve("keys"));
        plain = StrictJar.of(Jars.bundle(folder, "shop.till", ""));
    }

    @Test
    void javaFindsThePublishersCertificateOnEveryFile() throws Exception {
        Path signed = Files.write(folder.resolve("signed.jar"), new Publisher(keys).sign(plain));

        assertThat(certificates(signed, "a/file.txt")).containsExactly(keys.certificate());
    }

    @Test
    void sameJarGivesTheSameBytes() throws Exception {
        assertThat(new Publisher(keys).sign(plain)).isEqualTo(new Publisher(keys).sign(plain));
    }

    private static Certificate[] certificates(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            JarEntry entry = file.getJarEntry(name);
            file.getInputStream(entry).readAllBytes();
            return entry.getCertificates();
        }
    }
}
