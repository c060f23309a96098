package org.sekisho.storage.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sekisho.api.vault.Sealer;

/**
 * How a copy is cut: each piece stands behind its length (four bytes, the highest first) and is sealed with a digest of what stands in front
 * of the pieces, its number, and whether another follows. So none can be left out, moved, doubled, cut off, or put behind another front.
 */
final class SealedPieces {

    static final int LONGEST = 256 * 1024;
    static final int LONGEST_SEALED = LONGEST + Sealer.OVERHEAD;

    private static final byte[] CONTEXT = "sekisho backup\0".getBytes(US_ASCII);

    private final byte[] front;

    /** @param front the lines in front of the pieces */
    SealedPieces(String front) {
        try {
            this.front = MessageDigest.getInstance("SHA-256").digest(front.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param number from 0 */
    byte[] context(long number, boolean last) {
        return ByteBuffer.allocate(CONTEXT.length + front.length + Long.BYTES + 1)
                .put(CONTEXT)
                .put(front)
                .putLong(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
