package org.sekisho.gate.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;

/** Reads a repository's files, each once, and remembers the bytes as they were received. One thread. */
final class ReceivedFiles {

    private final Path repository;
    private final Map<String, byte[]> received = new LinkedHashMap<>();

    ReceivedFiles(Path repository) {
        this.repository = repository;
    }

    boolean has(String path) {
        return Files.isRegularFile(repository.resolve(path));
    }

    /** @param path with slashes, below the repository's folder */
    byte[] read(String path, int longest) throws TrustRefusal {
        try (InputStream in = Files.newInputStream(repository.resolve(path))) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new MalformedDocument(path, "more than " + longest + " bytes");
            }
            received.put(path, bytes);
            return bytes;
        } catch (NoSuchFileException e) {
            throw MissingFile.document(path);
        } catch (IOException e) {
            throw new MalformedDocument(path, "unreadable");
        }
    }

    Map<String, byte[]> received() {
        return received;
    }
}
