package org.sekisho.gate.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The register's data folder, as far as the launcher knows it.
 *
 * @param path absolute and normalised
 */
record HomeFolder(Path path) {

    /** Whether {@code init} has made it: an empty folder is no home yet, and nothing is written into it. */
    boolean exists() {
        return Files.isRegularFile(path.resolve("store.json"));
    }

    Optional<Path> ifExists() {
        return exists() ? Optional.of(path) : Optional.empty();
    }

    Path run() {
        return path.resolve("run");
    }

    /** Makes the folder for lock, socket and caches, which nobody else may enter. */
    void prepareRun() throws IOException {
        Files.createDirectories(run());
        if (Files.getFileAttributeView(run(), PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(run(), PosixFilePermissions.fromString("rwx------"));
        }
    }
}
