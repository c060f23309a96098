package org.sekisho.gate.tuf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.WrongDigest;

/**
 * What one signed document says of another file.
 *
 * @param length in bytes; negative where it says nothing
 * @param hashes lower-case hex by TUF's name of the algorithm; only known ones, and empty where it says nothing
 */
record FileReference(String name, long length, Map<String, String> hashes) {

    /** By rising strength; a file name carries the first that is there. */
    private static final Map<String, String> ALGORITHMS = new LinkedHashMap<>();

    static {
        ALGORITHMS.put("sha256", "SHA-256");
        ALGORITHMS.put("sha512", "SHA-512");
    }

    private static final int PIECE = 1 << 16;

    FileReference {
        hashes = Map.copyOf(hashes);
    }

    /** Says nothing of the file but its name. */
    static FileReference unknown(String name) {
        return new FileReference(name, -1, Map.of());
    }

    /** Of metadata, which are signed themselves: length and hashes may be left out. */
    static FileReference ofMetadata(String name, Fields fields) throws MalformedDocument {
        boolean hashed = fields.has("hashes");
        return new FileReference(name, length(fields, name), hashed ? known(name, fields.object("hashes")) : Map.of());
    }

    /** Of a target. */
    static FileReference ofTarget(String name, Fields fields) throws MalformedDocument {
        long length = length(fields, name);
        if (length < 0) {
            throw new MalformedDocument(name, "its length is not told");
        }
        return new FileReference(name, length, known(name, fields.object("hashes")));
    }

    private static long length(Fields fields, String name) throws MalformedDocument {
        if (!fields.has("length")) {
            return -1;
        }
        long length = fields.number("length");
        if (length < 0) {
            throw new MalformedDocument(name, "its length is " + length);
        }
        return length;
    }

    /** Unknown algorithms are passed over, but something must hold the file. */
    private static Map<String, String> known(String name, Fields fields) throws MalformedDocument {
        Map<String, String> hashes = new HashMap<>();
        for (String algorithm : ALGORITHMS.keySet()) {
            if (fields.has(algorithm)) {
                hashes.put(algorithm, fields.text(algorithm));
            }
        }
        if (hashes.isEmpty()) {
            throw new MalformedDocument(name, "none of its digests is of a known kind");
        }
        return hashes;
    }

    /** The digest that goes in front of the file's name where snapshots are consistent. */
    String prefix() {
        return ALGORITHMS.keySet().stream()
                .filter(hashes::containsKey)
                .map(hashes::get)
                .findFirst()
                .orElseThrow();
    }

    /** @throws WrongDigest when the file is another than was meant */
    void require(byte[] bytes) throws WrongDigest {
        try {
            copy(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new AssertionError("memory cannot fail", e);
        }
    }

    /**
     * Copies the file while it checks it, and reads no more than was told. What was written is worth nothing before this returns.
     *
     * @throws WrongDigest when the file is another than was meant
     */
    void copy(InputStream from, OutputStream to) throws IOException, WrongDigest {
        Map<String, MessageDigest> digests = new HashMap<>();
        for (String algorithm : hashes.keySet()) {
            digests.put(algorithm, digest(ALGORITHMS.get(algorithm)));
        }
        byte[] piece = new byte[PIECE];
        long total = 0;
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            total += read;
            if (length >= 0 && total > length) {
                throw WrongDigest.document(name, length + " bytes", "more");
            }
            for (MessageDigest digest : digests.values()) {
                digest.update(piece, 0, read);
            }
            to.write(piece, 0, read);
        }
        if (length >= 0 && total != length) {
            throw WrongDigest.document(name, length + " bytes", total + " bytes");
        }
        for (Map.Entry<String, MessageDigest> digest : digests.entrySet()) {
            String expected = hashes.get(digest.getKey());
            String found = HexFormat.of().formatHex(digest.getValue().digest());
            if (!found.equals(expected)) {
                throw WrongDigest.document(name, expected, found);
            }
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + algorithm, e);
        }
    }
}
