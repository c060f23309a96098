package org.sekisho.journal;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** One line of {@code anchors.jsonl}. */
public sealed interface AnchorLine {

    Anchor anchor();

    /** Canonical JSON, without the line's end. */
    String toJsonLine();

    /** Of a register from before anchors were signed: anybody could have written it. */
    record Unsigned(Anchor anchor) implements AnchorLine {

        @Override
        public String toJsonLine() {
            return anchor.toJson();
        }
    }

    /**
     * @param key the register's public key (Ed25519, RFC 8032): 32 bytes, lower-case hex
     * @param signature by that key over {@link #message}: 64 bytes, lower-case hex
     */
    record Signed(Anchor anchor, String key, String signature) implements AnchorLine {

        /** Whether whoever holds the key signed this very anchor. */
        public boolean holds() {
            byte[] message = message(anchor);
            return Ed25519.verify(
                    HexFormat.of().parseHex(signature), 0, HexFormat.of().parseHex(key), 0, message, 0, message.length);
        }

        @Override
        public String toJsonLine() {
            JsonObject line = anchor.fields();
            line.addProperty("key", key);
            line.addProperty("signature", signature);
            return CanonicalJson.write(line);
        }
    }

    /** What is signed: a line that says what it is, so that it is nothing else, and the anchor's canonical JSON. */
    static byte[] message(Anchor anchor) {
        return ("sekisho journal anchor\n" + anchor.toJson()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a line; the signature is not looked at.
     *
     * @throws IllegalArgumentException when it is no anchor, or says more than one does
     */
    static AnchorLine of(String line) {
        if (!(CanonicalJson.read(line) instanceof JsonObject fields)) {
            throw new IllegalArgumentException("the line is no anchor");
        }
        Anchor anchor = Anchor.of(fields);
        if (fields.keySet().equals(Set.of("hash", "lane", "seq", "time"))) {
            return new Unsigned(anchor);
        }
        if (fields.size() != 6) {
            throw new IllegalArgumentException(
                    "an anchor has hash, lane, seq and time, and key and signature if signed");
        }
        return new Signed(anchor, hex(fields, "key", 64), hex(fields, "signature", 128));
    }

    /** Whether a crash cut the line off before its end: what it says nobody knows. */
    static boolean isTorn(String line) {
        return line.startsWith("{") && !line.endsWith("}");
    }

    /** @throws IllegalArgumentException when the field is not so many digits */
    static String hex(JsonObject fields, String name, int digits) {
        String text = EntryFormat.string(fields, name);
        if (!text.matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException("\"" + name + "\" is not " + digits + " hex digits in lower case");
        }
        return text;
    }
}
