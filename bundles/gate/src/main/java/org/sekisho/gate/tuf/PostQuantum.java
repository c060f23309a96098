package org.sekisho.gate.tuf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.WithoutPostQuantum;

/**
 * What a root may demand of a role besides TUF's own signatures: some of ML-DSA-65, which a quantum computer does not forge.
 * It stands in the role's object as {@code "postQuantum": {"keys": {KEYID: KEY}, "threshold": n}}, which other TUF clients pass
 * over; there they would stumble over such a key among the root's own {@code keys}.
 */
record PostQuantum(RoleKeys keys) {

    /** @return empty when the role demands none */
    static Optional<PostQuantum> of(String document, Fields role) throws MalformedDocument {
        if (!role.has("postQuantum")) {
            return Optional.empty();
        }
        Fields demand = role.object("postQuantum");
        Fields keyFields = demand.object("keys");
        Map<String, PublicKey> keys = new HashMap<>();
        for (String keyid : keyFields.names()) {
            keys.put(keyid, MlDsaKey.of(document, keyFields.object(keyid)));
        }
        return Optional.of(new PostQuantum(new RoleKeys(keys, RoleKeys.threshold(document, demand))));
    }

    /** @throws WithoutPostQuantum when too few of these keys signed */
    void require(SignedDocument document) throws WithoutPostQuantum {
        int valid = keys.signersOf(document).size();
        if (valid < keys.threshold()) {
            throw new WithoutPostQuantum(document.name(), valid, keys.threshold());
        }
    }
}
