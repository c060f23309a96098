package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** TUF's signed envelope: {@code {"signed": …, "signatures": [{"keyid", "sig"}]}}, as canonical bytes. */
final class Envelope {
    private Envelope() {}

    static byte[] of(JsonObject signed, RoleKey... keys) {
        byte[] message = Json.canonical(signed);
        JsonArray signatures = new JsonArray();
        for (RoleKey key : keys) {
            JsonObject signature = new JsonObject();
            signature.addProperty("keyid", key.keyid());
            signature.addProperty("sig", key.sign(message));
            signatures.add(signature);
        }
        JsonObject envelope = new JsonObject();
        envelope.add("signed", signed);
        envelope.add("signatures", signatures);
        return Json.canonical(envelope);
    }
}
