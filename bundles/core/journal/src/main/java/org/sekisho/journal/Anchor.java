package org.sekisho.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;

/**
 * What a lane's head was at some time; kept outside the register, it shows a tail that was cut off. One line of
 * {@code anchors.jsonl}. It is not signed yet.
 *
 * @param lane whose chain
 * @param seq the newest entry then
 * @param hash of that entry
 * @param time when the anchor was made
 */
public record Anchor(String lane, long seq, String hash, Instant time) {

    /** {@code {"hash":"<hex>","lane":"1","seq":42,"time":"…Z"}}, without the line's end. */
    public String toJsonLine() {
        JsonObject line = new JsonObject();
        line.addProperty("lane", lane);
        line.addProperty("seq", seq);
        line.addProperty("hash", hash);
        line.addProperty("time", EntryFormat.time(time));
        return CanonicalJson.write(line);
    }

    /**
     * Reads what {@link #toJsonLine()} writes; further fields (a signature) are left alone.
     *
     * @throws IllegalArgumentException when it is no anchor
     */
    public static Anchor ofJsonLine(String line) {
        if (!(CanonicalJson.read(line) instanceof JsonObject fields)
                || !(fields.get("lane") instanceof JsonPrimitive lane)
                || !(fields.get("seq") instanceof JsonPrimitive seq)
                || !(fields.get("hash") instanceof JsonPrimitive hash)
                || !(fields.get("time") instanceof JsonPrimitive time)
                || !seq.isNumber()
                || !hash.getAsString().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not an anchor {\"hash\",\"lane\",\"seq\",\"time\"}: " + line);
        }
        return new Anchor(
                lane.getAsString(), seq.getAsLong(), hash.getAsString(), EntryFormat.time(time.getAsString()));
    }
}
