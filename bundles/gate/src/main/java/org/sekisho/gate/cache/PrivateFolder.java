package org.sekisho.gate.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sekisho.gate.files.AtomicFiles;

/**
 * A fresh folder that nobody else may enter (0700), removed when closed. The framework's own cleaning is never used: it
 * follows symbolic links.
 */
public final class PrivateFolder implements AutoCloseable {

    private static final String PREFIX = "cache-";

    private final Path path;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /** @param below where caches of earlier runs may lie; they are removed. The caller holds the home's lock. */
    public static PrivateFolder fresh(Path below) throws IOException {
        try (DirectoryStream<Path> stale = Files.newDirectoryStream(below, PREFIX + "*")) {
            for (Path folder : stale) {
                AtomicFiles.remove(folder);
            }
        }
        return new PrivateFolder(Files.createTempDirectory(below, PREFIX));
    }

    /** In the system's temporary folder, for a run without a home. */
    public static PrivateFolder temporary() throws IOException {
        return new PrivateFolder(Files.createTempDirectory("sekisho-" + PREFIX));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            AtomicFiles.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
