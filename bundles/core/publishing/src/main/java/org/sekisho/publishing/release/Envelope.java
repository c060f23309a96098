package org.sekisho.publishing.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.publishing.key.SigningKey;

/** TUF's signed envelope, {@code {"signed": …, "signatures": [{"keyid", "sig"}]}}, while signatures are put to it. */
public final class Envelope {

    private final JsonObject signed;
    private final Map<String, String> signatures = new TreeMap<>();

    private Envelope(JsonObject signed) {
        this.signed = signed;
    }

    public static Envelope of(JsonObject signed) {
        return new Envelope(signed);
    }

    static Envelope read(byte[] bytes) {
        JsonObject json = Json.object(bytes);
        Envelope envelope = new Envelope(json.getAsJsonObject("signed"));
        for (JsonElement each : json.getAsJsonArray("signatures")) {
            JsonObject signature = each.getAsJsonObject();
            envelope.signatures.put(
                    signature.get("keyid").getAsString(), signature.get("sig").getAsString());
        }
        return envelope;
    }

    public Envelope sign(SigningKey key) {
        signatures.put(key.open().keyid(), key.sign(Json.canonical(signed)));
        return this;
    }

    boolean isSignedBy(String keyid) {
        return signatures.containsKey(keyid);
    }

    JsonObject signed() {
        return signed;
    }

    /** As the file holds it. */
    public byte[] bytes() {
        JsonArray array = new JsonArray();
        signatures.forEach((keyid, value) -> {
            JsonObject signature = new JsonObject();
            signature.addProperty("keyid", keyid);
            signature.addProperty("sig", value);
            array.add(signature);
        });
        JsonObject envelope = new JsonObject();
        envelope.add("signed", signed);
        envelope.add("signatures", array);
        return Json.text(envelope);
    }
}
