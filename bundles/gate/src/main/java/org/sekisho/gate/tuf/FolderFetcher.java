package org.sekisho.gate.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A repository in a folder, such as an installation's own or one on a stick. */
final class FolderFetcher implements Fetcher {

    private final Path folder;

    FolderFetcher(Path folder) {
        this.folder = folder;
    }

    /** Nothing outside the folder is ever there. */
    @Override
    public InputStream open(String path) throws IOException {
        try {
            Path file = folder.resolve(path).normalize();
            if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
                return Files.newInputStream(file);
            }
        } catch (InvalidPathException e) {
            // Falls through: no file of this system has such a name.
        }
        throw new NoSuchFileException(path);
    }
}
