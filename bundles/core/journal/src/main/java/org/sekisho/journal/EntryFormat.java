package org.sekisho.journal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** How an entry is hashed, and how it stands on its line of an export. Both are a contract with auditors: they never change. */
public final class EntryFormat {

    /** What the first entry of a chain has for {@code prev}. */
    public static final String NO_PREV = "0".repeat(64);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Never used itself: a copy of it is, since looking for a provider takes longer than hashing an entry. */
    private static final MessageDigest SHA_256 = sha256();

    private EntryFormat() {}

    /** RFC 3339 in UTC, always with three decimals: {@code 2026-04-01T01:23:45.678Z}. */
    public static String time(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 1000 || utc.getYear() > 9999) {
            return TIME.format(time);
        }
        // By hand: every sale tells the time a few times, and the formatter takes ten times as long.
        StringBuilder text = new StringBuilder(24).append(utc.getYear());
        two(text.append('-'), utc.getMonthValue());
        two(text.append('-'), utc.getDayOfMonth());
        two(text.append('T'), utc.getHour());
        two(text.append(':'), utc.getMinute());
        two(text.append(':'), utc.getSecond());
        int millis = utc.getNano() / 1_000_000;
        text.append('.').append((char) ('0' + millis / 100));
        two(text, millis % 100);
        return text.append('Z').toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /**
     * Reads what {@link #time(Instant)} writes.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    public static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time(time).equals(text)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time such as 2026-04-01T01:23:45.678Z: " + text, e);
        }
        throw new IllegalArgumentException("not a time such as 2026-04-01T01:23:45.678Z: " + text);
    }

    /**
     * The entry with its right hash.
     *
     * @param canonicalPayload the payload as {@link CanonicalJson} writes it
     */
    public static Entry seal(
            long seq,
            String lane,
            Instant time,
            String type,
            JsonObject payload,
            String canonicalPayload,
            String prev) {
        String hash = hash(seq, lane, time, type, canonicalPayload, prev);
        return new Entry(seq, lane, time, type, payload, prev, hash);
    }

    /** Whether the entry's hash is that of its content and its {@code prev}. */
    public static boolean holds(Entry entry) {
        String payload = CanonicalJson.write(entry.payload());
        return hash(entry.seq(), entry.lane(), entry.time(), entry.type(), payload, entry.prev())
                .equals(entry.hash());
    }

    /** The entry on one line, without the line's end. */
    public static String line(Entry entry) {
        return "{\"seq\":" + entry.seq()
                + ",\"lane\":" + string(entry.lane())
                + ",\"time\":" + string(time(entry.time()))
                + ",\"type\":" + string(entry.type())
                + ",\"payload\":" + CanonicalJson.write(entry.payload())
                + ",\"prev\":" + string(entry.prev())
                + ",\"hash\":" + string(entry.hash()) + "}";
    }

    /**
     * Reads a line, without a look at the hash.
     *
     * @throws IllegalArgumentException when it is not to the letter what {@link #line} writes
     */
    public static Entry read(String line) {
        if (!(CanonicalJson.read(line) instanceof JsonObject fields)
                || !(fields.get("seq") instanceof JsonPrimitive seq && seq.isNumber())
                || !(fields.get("payload") instanceof JsonObject payload)) {
            throw new IllegalArgumentException("the line is no entry");
        }
        Entry entry = new Entry(
                seq.getAsLong(),
                string(fields, "lane"),
                time(string(fields, "time")),
                string(fields, "type"),
                payload,
                string(fields, "prev"),
                string(fields, "hash"));
        if (!line(entry).equals(line)) {
            throw new IllegalArgumentException("the line is not written as the register writes it");
        }
        return entry;
    }

    /** SHA-256 of {@code prev}, a line feed and the canonical JSON of lane, payload, seq, time and type. */
    private static String hash(long seq, String lane, Instant time, String type, String canonicalPayload, String prev) {
        String content = "{\"lane\":" + string(lane)
                + ",\"payload\":" + canonicalPayload
                + ",\"seq\":" + seq
                + ",\"time\":" + string(time(time))
                + ",\"type\":" + string(type) + "}";
        byte[] bytes = (prev + "\n" + content).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(((MessageDigest) SHA_256.clone()).digest(bytes));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String string(String text) {
        return CanonicalJson.write(new JsonPrimitive(text));
    }

    static String string(JsonObject fields, String name) {
        JsonElement value = fields.get(name);
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new IllegalArgumentException("\"" + name + "\" is no string");
    }
}
