package org.sekisho.gate.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.tuf.Digests;

/** The people who give one command with their keys, each once. */
public final class SigningPeople {

    private final Map<String, ApproverKey> keys = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when nobody signs */
    public SigningPeople(List<ApproverKey> people) {
        if (people.isEmpty()) {
            throw new IllegalArgumentException("nobody signs");
        }
        people.forEach(key -> keys.put(keyid(key), key));
    }

    /** The ids of their keys. */
    public Set<String> keyids() {
        return keys.keySet();
    }

    public int count() {
        return keys.size();
    }

    /** Those of them who are known to these approvers. */
    public Set<String> knownTo(Approvers approvers) {
        return keys.keySet().stream().filter(approvers.names()::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    /** The name of one of them who is not known. */
    public String strangerTo(Approvers approvers) {
        return keys.entrySet().stream()
                .filter(entry -> !approvers.names().containsKey(entry.getKey()))
                .map(entry -> entry.getValue().name())
                .findFirst()
                .orElse("");
    }

    /** How a list of approvers names them. */
    List<Object> entries() {
        List<Object> entries = new ArrayList<>();
        keys.forEach((keyid, key) -> {
            Map<String, Object> entry = new LinkedHashMap<>(key(key));
            entry.put("name", key.name());
            entry.put("keyid", keyid);
            entries.add(entry);
        });
        return entries;
    }

    /** TUF's envelope around a document, signed by all of them. */
    Map<String, Object> envelope(Map<String, Object> signed) {
        byte[] message = CanonicalJson.of(signed);
        List<Object> signatures = new ArrayList<>();
        keys.forEach((keyid, key) ->
                signatures.add(Map.of("keyid", keyid, "sig", HexFormat.of().formatHex(key.sign(message)))));
        return Map.of("signed", signed, "signatures", signatures);
    }

    /** The same as a file. */
    byte[] sign(Map<String, Object> signed) {
        return (new String(CanonicalJson.of(envelope(signed)), StandardCharsets.UTF_8) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String keyid(ApproverKey key) {
        return Digests.sha256(CanonicalJson.of(key(key)));
    }

    private static Map<String, Object> key(ApproverKey key) {
        return Map.of(
                "keytype",
                "ed25519",
                "scheme",
                "ed25519",
                "keyval",
                Map.of("public", HexFormat.of().formatHex(key.publicKey())));
    }
}
