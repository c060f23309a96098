package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.publishing.KeyInfo;
import org.sekisho.publishing.KeyRole;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.release.StaticFiles;

class DevelopmentKeysTest {
    @TempDir
    Path folder;

    @Test
    void areMadeOnce() throws Exception {
        List<KeyInfo> first =
                DevelopmentKeys.open(folder.resolve("keys")).workspace().keys();

        assertThat(first).hasSize(KeyRole.values().length);
        assertThat(DevelopmentKeys.open(folder.resolve("keys")).workspace().keys())
                .isEqualTo(first);
    }

    @Test
    void privateFilesAreForTheOwnerAlone() throws Exception {
        Path keys = DevelopmentKeys.open(folder.resolve("keys")).folder();

        assertThat(permissions(keys)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(keys)) {
            assertThat(files.filter(file -> file.toString().endsWith(".pem")).map(DevelopmentKeysTest::permissions))
                    .hasSize(2 * (KeyRole.values().length + Approver.values().length) + 1)
                    .containsOnly("rw-------");
        }
    }

    @Test
    void foreignCertificateIsRefused() throws Exception {
        Path mine = DevelopmentKeys.open(folder.resolve("mine")).folder();
        Path theirs = DevelopmentKeys.open(folder.resolve("theirs")).folder();
        StaticFiles.writePrivate(
                mine.resolve("publisher.crt.pem"), Files.readAllBytes(theirs.resolve("publisher.crt.pem")));

        assertThatThrownBy(() -> DevelopmentKeys.open(mine))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("belongs to another key");
    }

    @Test
    void theirRootSaysSo() throws Exception {
        Path keys = DevelopmentKeys.open(folder.resolve("keys")).folder();

        assertThat(keys.resolve("1.root.json")).content().contains("\"development\":true");
    }

    @Test
    void lieInTheUsersConfigurationFolderUnlessNamed() {
        Path home = Path.of("/home/tanaka");

        assertThat(DevelopmentKeys.usualFolder(Map.of(), home)).isEqualTo(home.resolve(".config/sekisho/development"));
        assertThat(DevelopmentKeys.usualFolder(Map.of("XDG_CONFIG_HOME", "/c"), home))
                .isEqualTo(Path.of("/c/sekisho/development"));
        assertThat(DevelopmentKeys.usualFolder(Map.of("SEKISHO_DEVELOPMENT", "/d"), home))
                .isEqualTo(Path.of("/d"));
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
