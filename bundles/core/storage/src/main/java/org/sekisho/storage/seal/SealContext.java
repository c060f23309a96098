package org.sekisho.storage.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** What is bound to each sealed record, so that none passes for one of another kind or of another place in a stream. */
public final class SealContext {

    private static final byte[] RECORD = "sekisho hsqldb record".getBytes(US_ASCII);
    private static final byte[] STREAM = "sekisho hsqldb stream".getBytes(US_ASCII);
    private static final byte[] PAGES = "sekisho hsqldb pages".getBytes(US_ASCII);
    private static final byte[] MIGRATION = "sekisho hsqldb migration".getBytes(US_ASCII);

    private static final byte[] AHEAD = "sekisho ahead record".getBytes(US_ASCII);

    private SealContext() {}

    /** A row in {@code .data} or a line of {@code .log}. */
    public static byte[] record() {
        return RECORD.clone();
    }

    /** The n-th piece of {@code .script}, counted from zero. */
    public static byte[] stream(long piece) {
        return ByteBuffer.allocate(STREAM.length + Long.BYTES)
                .put(STREAM)
                .putLong(piece)
                .array();
    }

    /** A record of {@code .ahead} by its number. */
    public static byte[] ahead(long number, boolean flushed) {
        return ByteBuffer.allocate(AHEAD.length + 1 + Long.BYTES)
                .put(AHEAD)
                .put((byte) (flushed ? 1 : 0))
                .putLong(number)
                .array();
    }

    static byte[] pages() {
        return PAGES.clone();
    }

    static byte[] migration() {
        return MIGRATION.clone();
    }
}
