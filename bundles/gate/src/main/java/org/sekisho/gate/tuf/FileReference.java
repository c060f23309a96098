package org.sekisho.gate.tuf;

import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.WrongDigest;

/**
 * What one signed document says of another file.
 *
 * @param length in bytes; negative where it says nothing
 * @param sha256 lower-case hex; empty where it says nothing
 */
record FileReference(String name, long length, String sha256) {

    /** The digest is optional where metadata speak of metadata (which are signed themselves), else not. */
    static FileReference of(String name, Fields fields, boolean mustHold) throws MalformedDocument {
        boolean hashed = mustHold || fields.has("hashes");
        return new FileReference(
                name,
                mustHold || fields.has("length") ? fields.number("length") : -1,
                hashed ? fields.object("hashes").sha256("sha256") : "");
    }

    /** @throws WrongDigest when the file is another than was meant */
    void require(byte[] bytes) throws WrongDigest {
        if (length >= 0 && bytes.length != length) {
            throw WrongDigest.document(name, length + " bytes", bytes.length + " bytes");
        }
        if (!sha256.isEmpty()) {
            String found = Digests.sha256(bytes);
            if (!found.equals(sha256)) {
                throw WrongDigest.document(name, sha256, found);
            }
        }
    }
}
