package org.sekisho.storage.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;

/**
 * Tells what a crash left at the end of {@code .log} from what was changed there (docs/decisions/003-sealed-database.md).
 *
 * <p>A crash leaves the beginning of what was being written: a record that is too short, or, after a power cut, one with sectors
 * that were never written and read as zeros. A record that was once flushed is there in its full length; when that one does not
 * open, or when any sealed record follows, something was changed.
 */
final class LogTail {

    private static final int SECTOR = 512;

    private final long start;
    private final byte[] tail;
    private final Sealer sealer;

    LogTail(Path log, long start, Sealer sealer) throws IOException {
        this.start = start;
        this.sealer = sealer;
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            long length = Math.min(channel.size() - start, LogCheck.LONGEST);
            ByteBuffer buffer = ByteBuffer.allocate((int) length);
            while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
                // read on until the buffer is full
            }
            tail = buffer.array();
        }
    }

    boolean isTorn() {
        return tail.length < Integer.BYTES || ((isShort() || hasUnwrittenSector()) && !aRecordFollows());
    }

    /** A record of a length that may be, of which the end is missing; it is not short when only its length was changed. */
    private boolean isShort() {
        int size = ByteBuffer.wrap(tail).getInt();
        int present = tail.length - Integer.BYTES;
        return size > present && size > Sealer.OVERHEAD && size <= LogCheck.LONGEST && !opens(Integer.BYTES, present);
    }

    /** Disks write whole sectors, in any order. A single last byte is no evidence: one flipped byte may have made it zero. */
    private boolean hasUnwrittenSector() {
        int from = 0;
        while (from < tail.length) {
            long end = ((start + from) / SECTOR + 1) * SECTOR - start;
            int to = (int) Math.min(end, tail.length);
            if (to - from > 1 && isZero(from, to)) {
                return true;
            }
            from = to;
        }
        return false;
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tail[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** A changed length makes a record look too long; then the next ones still stand behind it. */
    private boolean aRecordFollows() {
        ByteBuffer bytes = ByteBuffer.wrap(tail);
        for (int at = 1; at <= tail.length - Integer.BYTES - Sealer.OVERHEAD; at++) {
            int size = bytes.getInt(at);
            if (size > Sealer.OVERHEAD && size <= tail.length - at - Integer.BYTES && opens(at + Integer.BYTES, size)) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(int at, int size) {
        try {
            sealer.open(Arrays.copyOfRange(tail, at, at + size), SealContext.record());
            return true;
        } catch (VaultFault e) {
            return false;
        }
    }
}
