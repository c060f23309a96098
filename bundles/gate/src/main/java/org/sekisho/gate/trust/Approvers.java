package org.sekisho.gate.trust;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.tuf.PublicKey;
import org.sekisho.gate.tuf.RoleKeys;
import org.sekisho.gate.tuf.SignedDocument;

/**
 * Who may add a bundle to this shop's register.
 *
 * @param keys empty while nobody may
 * @param names by key id
 * @param epoch the integrator raises it to let a shop begin anew with its own approvers, whose keys were lost
 */
public record Approvers(RoleKeys keys, Map<String, String> names, long epoch) {

    public static final String NAME = "approvers.json";

    public Approvers {
        names = Map.copyOf(names);
    }

    /** Those that the integrator names for every shop. */
    public static Approvers read(byte[] bytes) throws MalformedDocument {
        Fields fields = StrictJson.read(NAME, bytes, Allowlist.LONGEST).ofSchema(1);
        return of(fields, fields.has("epoch") ? fields.number("epoch") : 0);
    }

    static Approvers of(Fields fields, long epoch) throws MalformedDocument {
        long threshold = fields.number("threshold");
        if (threshold < 1 || threshold > 100) {
            throw new MalformedDocument(NAME, "a threshold of " + threshold);
        }
        Map<String, PublicKey> keys = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Fields approver : fields.objects("approvers")) {
            String keyid = approver.text("keyid");
            keys.put(keyid, PublicKey.of(NAME, keyid, approver.only("keytype", "scheme", "keyval")));
            if (names.put(keyid, Form.LINE.of(NAME, approver, "name")) != null) {
                throw new MalformedDocument(NAME, "the key id " + keyid + " stands twice");
            }
        }
        return new Approvers(new RoleKeys(keys, (int) threshold), names, epoch);
    }

    /** These and others; the threshold stays. */
    Approvers and(Approvers others) {
        Map<String, PublicKey> all = new HashMap<>(keys.keys());
        all.putAll(others.keys.keys());
        Map<String, String> allNames = new HashMap<>(names);
        allNames.putAll(others.names);
        return new Approvers(new RoleKeys(all, keys.threshold()), allNames, epoch);
    }

    /** The names of those of them whose signature holds; the names in the document itself are not believed. */
    public Set<String> signersOf(SignedDocument document) {
        return keys.signersOf(document).stream()
                .map(keyid -> names.getOrDefault(keyid, keyid))
                .collect(Collectors.toUnmodifiableSet());
    }
}
