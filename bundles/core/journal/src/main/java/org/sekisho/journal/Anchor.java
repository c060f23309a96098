package org.sekisho.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;

/**
 * What a lane's head was at some time; kept outside the register, it shows a tail that was cut off.
 *
 * @param lane whose chain
 * @param seq the newest entry then
 * @param hash of that entry
 * @param time when the anchor was made
 */
public record Anchor(String lane, long seq, String hash, Instant time) {

    /** {@code {"hash":"<hex>","lane":"1","seq":42,"time":"…Z"}}, canonical, without a line's end: what a signature is over. */
    public String toJson() {
        return CanonicalJson.write(fields());
    }

    JsonObject fields() {
        JsonObject fields = new JsonObject();
        fields.addProperty("lane", lane);
        fields.addProperty("seq", seq);
        fields.addProperty("hash", hash);
        fields.addProperty("time", EntryFormat.time(time));
        return fields;
    }

    static Anchor of(JsonObject fields) {
        if (!(fields.get("seq") instanceof JsonPrimitive seq) || !seq.isNumber()) {
            throw new IllegalArgumentException("\"seq\" is no number");
        }
        if (seq.getAsLong() < 1) {
            throw new IllegalArgumentException("\"seq\" begins at 1");
        }
        return new Anchor(
                EntryFormat.string(fields, "lane"),
                seq.getAsLong(),
                AnchorLine.hex(fields, "hash", 64),
                EntryFormat.time(EntryFormat.string(fields, "time")));
    }
}
