package org.sekisho.gate.tuf;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * Which keys sign for a role, and how many must.
 *
 * @param keys by their id; two ids of one key count once
 * @param threshold at least 1
 */
public record RoleKeys(Map<String, PublicKey> keys, int threshold) {

    public RoleKeys {
        keys = Map.copyOf(keys);
    }

    /** @throws MalformedDocument when the threshold could never be met, or would need no key at all */
    static RoleKeys of(String document, Map<String, PublicKey> known, List<String> keyids, long threshold)
            throws MalformedDocument {
        Map<String, PublicKey> keys = new HashMap<>();
        for (String keyid : keyids) {
            PublicKey key = known.get(keyid);
            if (key == null || keys.put(keyid, key) != null) {
                throw new MalformedDocument(document, "the key id " + keyid + " is unknown or stands twice");
            }
        }
        if (threshold < 1 || threshold > Set.copyOf(keys.values()).size()) {
            throw new MalformedDocument(document, "a threshold of " + threshold + " of " + keys.size() + " keys");
        }
        return new RoleKeys(keys, (int) threshold);
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
            if (key != null && key.verifies(signed, signature) && counted.add(key)) {
                signers.add(keyid);
            }
        });
        return signers;
    }
}
