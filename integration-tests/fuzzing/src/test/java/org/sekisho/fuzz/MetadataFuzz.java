package org.sekisho.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.tuf.RepositoryClient;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.tuf.Versions;

/**
 * TUF's metadata, one document of a sound repository at a time; the first byte says which. Most kinds are signed by the target with the
 * right key, so that what lies behind the signature is reached.
 */
public final class MetadataFuzz {

    private MetadataFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        Map<String, byte[]> files = new HashMap<>(SignedSeeds.REPOSITORY);
        byte[] pinned = SignedSeeds.ROOT;
        try {
            switch (input[0]) {
                case 'P' -> pinned = rest;
                case 'R' -> files.put("metadata/2.root.json", signed(rest));
                case 'T' -> files.put("metadata/timestamp.json", signed(rest));
                case 'S' -> files.put("metadata/1.snapshot.json", signed(rest));
                case 'L' -> files.put("metadata/1.targets.json", signed(rest));
                default -> files.put("metadata/timestamp.json", rest);
            }
        } catch (MalformedDocument e) {
            return;
        }
        verify(files, pinned);
    }

    private static byte[] signed(byte[] document) throws MalformedDocument {
        return SignedSeeds.envelope(StrictJson.read("input", document, 1 << 16).canonical());
    }

    private static void verify(Map<String, byte[]> files, byte[] pinned) {
        Fetcher fetcher = path -> open(files, path);
        try {
            VerifiedRepository repository =
                    RepositoryClient.verify(fetcher, pinned, Versions.NONE, Versions.NONE, List.of("a.json"));
            repository.age(Instant.EPOCH);
            if (!new String(repository.document("a.json"), StandardCharsets.UTF_8).equals("{}")) {
                throw new AssertionError("another document than the one that is there");
            }
            for (String target : repository.targets()) {
                fetch(repository, target);
            }
        } catch (TrustRefusal | IOException e) {
            // Refused.
        }
    }

    private static void fetch(VerifiedRepository repository, String target) throws IOException {
        try {
            repository.fetch(target, OutputStream.nullOutputStream());
        } catch (TrustRefusal e) {
            // Refused.
        }
    }

    private static InputStream open(Map<String, byte[]> files, String path) throws IOException {
        byte[] file = files.get(path);
        if (file == null) {
            throw new NoSuchFileException(path);
        }
        return new ByteArrayInputStream(file);
    }
}
