package org.sekisho.gate.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/** Where a repository's files come from: a folder, a web server. What it gives is not believed before it is verified. */
@FunctionalInterface
public interface Fetcher {

    /** A folder that is laid out like the repository. */
    static Fetcher of(Path folder) {
        return new FolderFetcher(folder);
    }

    /**
     * A web server; a redirection is followed where it keeps to the same scheme.
     *
     * @param base {@code http} or {@code https}
     * @throws IllegalArgumentException when it is neither
     */
    static Fetcher of(URI base) {
        return new HttpFetcher(base);
    }

    /**
     * Opens one file.
     *
     * @param path relative to the repository, with slashes, not encoded
     * @throws java.nio.file.NoSuchFileException when the repository does not have it
     * @throws IOException when it cannot be told whether it has, such as without network
     */
    InputStream open(String path) throws IOException;

    /**
     * The whole file, in memory.
     *
     * @param longest in bytes; no more than that is read
     * @throws TooLong when there is more
     */
    default byte[] read(String path, int longest) throws IOException {
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(longest);
            if (in.read() >= 0) {
                throw new TooLong(path, longest);
            }
            return bytes;
        }
    }

    /** What lies in one of its folders, with that folder's name left out of the paths. */
    default Fetcher below(String folder) {
        return path -> open(folder + "/" + path);
    }
}
