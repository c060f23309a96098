package org.sekisho.storage.seal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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

    /** The flags of the head but for "saved": HSQLDB reads them before it puts any page back. */
    int flags() throws IOException {
        return read(FLAGS, Integer.BYTES).getInt() & ~SAVED;
    }

    /** The same of a first page. */
    static int flags(byte[] first) {
        return ByteBuffer.wrap(first).getInt(FLAGS) & ~SAVED;
    }

    /** The digest of a page, as far as it is used, leaving out the flag that changes. */
    byte[] digest(int page, long used) throws IOException {
        long start = (long) page * PageSeal.PAGE;
        int size = (int) Math.min(PageSeal.PAGE, used - start);
        return digest(page, read(start, size).array());
    }

    /** The digests of those of the first pages that are wanted, in place of all others null: by all processors. */
    @SuppressWarnings("NullAway") // a list of digests with holes, which the caller fills
    List<byte[]> digests(IntPredicate wanted, int pages, long used) throws IOException {
        byte[][] digests = new byte[pages][];
        eachAtOnce(pages, page -> {
            if (wanted.test(page)) {
                digests[page] = digest(page, used);
            }
        });
        return Arrays.asList(digests);
    }

    /** Does something with each page, several at a time. */
    static void eachAtOnce(int pages, PageWork work) throws IOException {
        try {
            IntStream.range(0, pages).parallel().forEach(page -> {
                try {
                    work.with(page);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Something to do with a page. */
    interface PageWork {
        void with(int page) throws IOException;
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
