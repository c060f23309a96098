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
 * @param root the signed part of the root
 * @param keyids of the role, in the root's order
 */
record Rule(KeyRole role, JsonObject root, List<String> keyids, int threshold) {

    private static final String POST_QUANTUM = "postQuantum";
    private static final int LONGEST = 4 << 20;

    /** One rule, and another where root demands a post-quantum signature besides. */
    static List<Rule> of(KeyRole role, JsonObject root) {
        JsonObject rule = root.getAsJsonObject("roles").getAsJsonObject(role.word());
        List<Rule> rules = new ArrayList<>();
        rules.add(of(role, root, rule));
        if (rule.has(POST_QUANTUM)) {
            rules.add(of(role, root, rule.getAsJsonObject(POST_QUANTUM)));
        }
        return rules;
    }

    private static Rule of(KeyRole role, JsonObject root, JsonObject rule) {
        return new Rule(
                role,
                root,
                rule.getAsJsonArray("keyids").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList(),
                rule.get("threshold").getAsInt());
    }

    /** The gate's own judgement: how many of these keys signed, and rightly. */
    int signers(Envelope envelope) {
        try {
            Fields known =
                    StrictJson.read("root.json", Json.canonical(root), LONGEST).object("keys");
            Map<String, PublicKey> keys = new HashMap<>();
            for (String keyid : keyids) {
                keys.put(keyid, PublicKey.of("root.json", keyid, known.object(keyid)));
            }
            String name = role.word() + ".json";
            return new RoleKeys(keys, threshold)
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
