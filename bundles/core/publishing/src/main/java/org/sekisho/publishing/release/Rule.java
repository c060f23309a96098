package org.sekisho.publishing.release;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.tuf.PublicKey;
import org.sekisho.gate.tuf.RoleKeys;
import org.sekisho.gate.tuf.SignedDocument;
import org.sekisho.publishing.KeyRole;

/**
 * Which keys sign for a role by what one root says, and how many must.
 *
 * @param keyids of the role, in the root's order
 * @param keys the key objects, by key id
 * @param postQuantum whether these are the signatures that root demands besides TUF's own
 */
record Rule(KeyRole role, List<String> keyids, JsonObject keys, int threshold, boolean postQuantum) {

    static final String POST_QUANTUM = "postQuantum";

    private static final String DOCUMENT = "root.json";
    private static final int LONGEST = 4 << 20;

    /** One rule, and another where root demands a post-quantum signature besides. */
    static List<Rule> of(KeyRole role, JsonObject root) {
        JsonObject rule = root.getAsJsonObject("roles").getAsJsonObject(role.word());
        List<String> keyids = rule.getAsJsonArray("keyids").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(role, keyids, root.getAsJsonObject("keys"), threshold(rule), false));
        if (rule.has(POST_QUANTUM)) {
            JsonObject besides = rule.getAsJsonObject(POST_QUANTUM);
            JsonObject keys = besides.getAsJsonObject("keys");
            rules.add(new Rule(role, List.copyOf(keys.keySet()), keys, threshold(besides), true));
        }
        return rules;
    }

    private static int threshold(JsonObject rule) {
        return rule.get("threshold").getAsInt();
    }

    /** The gate's own judgement: how many of these keys signed, and rightly. */
    int signers(Envelope envelope) {
        try {
            Fields known = StrictJson.read(DOCUMENT, Json.text(keys), LONGEST);
            Map<String, PublicKey> verifiers = new HashMap<>();
            for (String keyid : keyids) {
                Fields key = known.object(keyid);
                verifiers.put(keyid, postQuantum ? PublicKey.readPostQuantum(DOCUMENT, key) : PublicKey.read(key));
            }
            String name = role.word() + ".json";
            return new RoleKeys(verifiers, threshold)
                    .signersOf(SignedDocument.read(name, envelope.bytes(), LONGEST, role.word()))
                    .size();
        } catch (MalformedDocument e) {
            throw new IllegalStateException("a document that was just made does not read", e);
        }
    }

    boolean isMet(Envelope envelope) {
        return signers(envelope) >= threshold;
    }
}
