package org.sekisho.storage.seal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The pages of {@code .data}. Its head (HSQLDB 2.7, DataFileCache.Positions): the end of what is used at byte 12, flags at byte 28,
 * of which only "saved" changes between two checkpoints.
 */
final class DataPages implements Closeable {

    private static final int USED_LENGTH = 12;
    private static final int FLAGS = 28;
    private static final int SAVED = 1 << (31 - 2);

    private final FileChannel channel;

    DataPages(Path data) throws IOException {
        channel = FileChannel.open(data, StandardOpenOption.READ);
    }

    /** Bytes that rows may lie in; what is behind is room. */
    long usedLength() throws IOException {
        return read(USED_LENGTH, Long.BYTES).getLong();
    }

    /** Whether nothing was written over since the last checkpoint. */
    boolean isSaved() throws IOException {
        return (read(FLAGS, Integer.BYTES).getInt() & SAVED) != 0;
    }

    /** The digest of a page, as far as it is used, leaving out the flag that changes. */
    byte[] digest(int page, long used) throws IOException {
        long start = (long) page * PageSeal.PAGE;
        int size = (int) Math.min(PageSeal.PAGE, used - start);
        return digest(page, read(start, size).array());
    }

    static byte[] digest(int page, byte[] bytes) {
        if (page == 0 && bytes.length >= FLAGS + Integer.BYTES) {
            ByteBuffer head = ByteBuffer.wrap(bytes);
            head.putInt(FLAGS, head.getInt(FLAGS) & ~SAVED);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is not there reads as zeros, and so fits no digest. */
    private ByteBuffer read(long from, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // read on until the buffer is full
        }
        return buffer.rewind();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
