package org.sekisho.gate.tuf;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;

/** Reads a repository's files, each once, and remembers the bytes as they were received. One thread. */
final class ReceivedFiles {

    private final Fetcher repository;
    private final Map<String, byte[]> received = new LinkedHashMap<>();

    ReceivedFiles(Fetcher repository) {
        this.repository = repository;
    }

    /** Empty when the repository does not have it. */
    Optional<byte[]> find(String path, int longest) throws TrustRefusal, IOException {
        return find(repository, path, longest);
    }

    /** The same from elsewhere, for what the repository lacks. */
    Optional<byte[]> find(Fetcher from, String path, int longest) throws TrustRefusal, IOException {
        try {
            byte[] bytes = from.read(path, longest);
            received.put(path, bytes);
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (TooLong e) {
            throw new MalformedDocument(path, "more than " + longest + " bytes");
        }
    }

    byte[] read(String path, int longest) throws TrustRefusal, IOException {
        Optional<byte[]> bytes = find(path, longest);
        if (bytes.isEmpty()) {
            throw MissingFile.document(path);
        }
        return bytes.get();
    }

    Map<String, byte[]> received() {
        return received;
    }
}
