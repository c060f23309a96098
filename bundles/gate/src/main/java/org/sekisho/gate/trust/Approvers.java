package org.sekisho.gate.trust;

import java.util.HashMap;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.tuf.PublicKey;
import org.sekisho.gate.tuf.RoleKeys;

/**
 * Who may add a bundle to this shop's register.
 *
 * @param keys empty while nobody may
 * @param names by key id
 */
public record Approvers(RoleKeys keys, Map<String, String> names) {

    public static final String NAME = "approvers.json";

    public Approvers {
        names = Map.copyOf(names);
    }

    public static Approvers read(byte[] bytes) throws MalformedDocument {
        Fields fields = StrictJson.read(NAME, bytes, Allowlist.LONGEST).ofSchema(1);
        long threshold = fields.number("threshold");
        if (threshold < 1 || threshold > 100) {
            throw new MalformedDocument(NAME, "a threshold of " + threshold);
        }
        Map<String, PublicKey> keys = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Fields approver : fields.objects("approvers")) {
            String keyid = approver.text("keyid");
            keys.put(keyid, PublicKey.of(NAME, keyid, approver.only("keytype", "scheme", "keyval")));
            if (names.put(keyid, approver.text("name")) != null) {
                throw new MalformedDocument(NAME, "the key id " + keyid + " stands twice");
            }
        }
        return new Approvers(new RoleKeys(keys, (int) threshold), names);
    }
}
