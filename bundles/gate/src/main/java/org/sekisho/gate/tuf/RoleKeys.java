package org.sekisho.gate.tuf;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * Which keys sign for a role, and how many must.
 *
 * @param keys by their id; two ids of one key count once
 * @param threshold at least 1; more than there are keys is never reached
 */
public record RoleKeys(Map<String, PublicKey> keys, int threshold) {

    private static final int HIGHEST = 1000;

    public RoleKeys {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads TUF's role object. A key that it names and nobody knows does not count.
     *
     * @throws MalformedDocument when no key at all would be needed, or a key is named twice
     */
    static RoleKeys of(String document, Map<String, PublicKey> known, Fields role) throws MalformedDocument {
        List<String> keyids = role.texts("keyids");
        if (Set.copyOf(keyids).size() != keyids.size()) {
            throw new MalformedDocument(document, "a key of a role stands twice");
        }
        Map<String, PublicKey> keys = new HashMap<>(known);
        keys.keySet().retainAll(keyids);
        return new RoleKeys(keys, threshold(document, role));
    }

    static int threshold(String document, Fields role) throws MalformedDocument {
        long threshold = role.number("threshold");
        if (threshold < 1 || threshold > HIGHEST) {
            throw new MalformedDocument(document, "a threshold of " + threshold);
        }
        return (int) threshold;
    }

    /**
     * Counts different keys, not signatures.
     *
     * @throws BelowThreshold when too few of this role's keys signed
     */
    void require(SignedDocument document) throws BelowThreshold {
        int valid = signersOf(document).size();
        if (valid < threshold) {
            throw new BelowThreshold(document.name(), valid, threshold);
        }
    }

    /** The ids of those of this role's keys whose signature holds. */
    public Collection<String> signersOf(SignedDocument document) {
        Set<PublicKey> counted = new HashSet<>();
        Set<String> signers = new HashSet<>();
        byte[] signed = document.signed().canonical();
        document.signatures().forEach((keyid, signature) -> {
            PublicKey key = keys.get(keyid);
            if (key != null && !counted.contains(key) && key.verifies(signed, signature)) {
                counted.add(key);
                signers.add(keyid);
            }
        });
        return signers;
    }
}
