package org.sekisho.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.tuf.Digests;

/** A small sound repository, signed with one key that everybody knows. */
final class SignedSeeds {

    private static final Ed25519PrivateKeyParameters KEY = new Ed25519PrivateKeyParameters(new byte[32], 0);
    private static final Map<String, Object> PUBLIC = Map.of(
            "keytype",
            "ed25519",
            "scheme",
            "ed25519",
            "keyval",
            Map.of("public", HexFormat.of().formatHex(KEY.generatePublicKey().getEncoded())));
    private static final String KEYID = Digests.sha256(CanonicalJson.of(PUBLIC));

    static final byte[] ROOT = envelope(CanonicalJson.of(root(1)));
    static final Map<String, byte[]> REPOSITORY = repository();

    private SignedSeeds() {}

    /** The seeds' documents themselves, without signature, by the letter of {@link MetadataFuzz}. */
    static Map<Character, byte[]> documents() {
        return Map.of(
                'R', CanonicalJson.of(root(2)),
                'T', CanonicalJson.of(timestamp()),
                'S', CanonicalJson.of(snapshot()),
                'L', CanonicalJson.of(targets()));
    }

    /** TUF's envelope around bytes that are canonical JSON. */
    static byte[] envelope(byte[] signed) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        KEY.sign(Ed25519.Algorithm.Ed25519, null, signed, 0, signed.length, signature, 0);
        String text = "{\"signatures\":[{\"keyid\":\"" + KEYID + "\",\"sig\":\""
                + HexFormat.of().formatHex(signature) + "\"}],\"signed\":"
                + new String(signed, StandardCharsets.UTF_8) + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> repository() {
        Map<String, byte[]> files = new HashMap<>();
        files.put("metadata/timestamp.json", envelope(CanonicalJson.of(timestamp())));
        files.put("metadata/1.snapshot.json", envelope(CanonicalJson.of(snapshot())));
        files.put("metadata/1.targets.json", envelope(CanonicalJson.of(targets())));
        byte[] document = "{}".getBytes(StandardCharsets.UTF_8);
        files.put("targets/" + Digests.sha256(document) + ".a.json", document);
        return Map.copyOf(files);
    }

    private static Map<String, Object> root(int version) {
        Map<String, Object> roles = new HashMap<>();
        for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
            roles.put(role, Map.of("keyids", List.of(KEYID), "threshold", 1));
        }
        Map<String, Object> root = signed("root", version);
        root.put("consistent_snapshot", true);
        root.put("keys", Map.of(KEYID, PUBLIC));
        root.put("roles", roles);
        return root;
    }

    private static Map<String, Object> timestamp() {
        Map<String, Object> timestamp = signed("timestamp", 1);
        timestamp.put("meta", Map.of("snapshot.json", Map.of("version", 1)));
        return timestamp;
    }

    private static Map<String, Object> snapshot() {
        Map<String, Object> snapshot = signed("snapshot", 1);
        snapshot.put("meta", Map.of("targets.json", Map.of("version", 1)));
        return snapshot;
    }

    private static Map<String, Object> targets() {
        Map<String, Object> targets = signed("targets", 1);
        String sha256 = Digests.sha256("{}".getBytes(StandardCharsets.UTF_8));
        targets.put("targets", Map.of("a.json", Map.of("length", 2, "hashes", Map.of("sha256", sha256))));
        return targets;
    }

    private static Map<String, Object> signed(String type, int version) {
        Map<String, Object> signed = new HashMap<>();
        signed.put("_type", type);
        signed.put("spec_version", "1.0.31");
        signed.put("version", version);
        signed.put("expires", "2999-01-01T00:00:00Z");
        return signed;
    }
}
