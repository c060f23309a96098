package org.sekisho.storage.ahead;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What stands in front of every sector of an {@link AheadLog}, since a disk writes a sector whole or not at all: the number of its
 * record (8 bytes, big-endian), the sector's place in the record (3 bytes) and 1 where the record was flushed (1 byte), the length of the
 * sealed record (4 bytes), and the CRC-32 of these 16 bytes. By it a sector that was never written is told from one that was changed.
 */
record Sector(long number, int place, boolean flushed, int length) {

    static final int SIZE = 512;
    private static final int STAMP = 20;
    /** Bytes of the record that a sector holds. */
    static final int BODY = SIZE - STAMP;

    /** How many sectors a record takes. */
    static int count(int length) {
        return (length + BODY - 1) / BODY;
    }

    /** Writes stamp and body. */
    void write(byte[] sealed, ByteBuffer to) {
        int start = to.position();
        to.putLong(number).putInt(place << 8 | (flushed ? 1 : 0)).putInt(length);
        to.putInt(check(to, start));
        int from = place * BODY;
        to.put(sealed, from, Math.min(BODY, length - from));
        to.position(start + SIZE);
    }

    /** Whether a sector was never written. */
    static boolean isBlank(ByteBuffer content, int at) {
        for (int i = 0; i < STAMP; i++) {
            if (content.get(at + i) != 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isSound(ByteBuffer content, int at) {
        return content.getInt(at + STAMP - Integer.BYTES) == check(content, at);
    }

    static Sector read(ByteBuffer content, int at) {
        int place = content.getInt(at + Long.BYTES);
        return new Sector(content.getLong(at), place >>> 8, (place & 1) == 1, content.getInt(at + 12));
    }

    /** What this sector holds of its record. */
    void body(ByteBuffer content, int at, byte[] sealed) {
        int from = place * BODY;
        content.get(at + STAMP, sealed, from, Math.min(BODY, length - from));
    }

    private static int check(ByteBuffer content, int at) {
        CRC32 crc = new CRC32();
        crc.update(content.duplicate().position(at).limit(at + STAMP - Integer.BYTES));
        return (int) crc.getValue();
    }
}
