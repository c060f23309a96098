package org.sekisho.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks of 16 bytes that are there more than once, at any offset, over some files together: what a cipher that hides too little shows.
 * Left out are blocks with six zero bytes or more: empty room, and the small numbers that HSQLDB's trees are made of, which are not sealed;
 * of random blocks one in 30,000 million is such a one.
 *
 * @param repeated how many offsets begin a block that another offset begins too
 * @param all how many offsets were looked at
 */
record RepeatedBlocks(long repeated, long all) {

    private static final int BLOCK = 16;
    private static final int MANY_ZEROS = 6;

    static RepeatedBlocks in(List<Path> files) {
        long[] blocks = new long[0];
        for (Path file : files) {
            long[] more = of(read(file));
            int before = blocks.length;
            blocks = Arrays.copyOf(blocks, before + more.length);
            System.arraycopy(more, 0, blocks, before, more.length);
        }
        Arrays.sort(blocks);
        long repeated = 0;
        for (int i = 0; i < blocks.length; i++) {
            boolean likeBefore = i > 0 && blocks[i - 1] == blocks[i];
            boolean likeNext = i + 1 < blocks.length && blocks[i + 1] == blocks[i];
            repeated += likeBefore || likeNext ? 1 : 0;
        }
        return new RepeatedBlocks(repeated, blocks.length);
    }

    /** One number for each block; of a million blocks, two different ones have the same once in ten million times. */
    private static long[] of(byte[] bytes) {
        long[] found = new long[Math.max(0, bytes.length - BLOCK + 1)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int count = 0;
        for (int at = 0; at + BLOCK <= bytes.length; at++) {
            if (zeros(bytes, at) < MANY_ZEROS) {
                found[count++] = mixed(buffer.getLong(at) * 0x9E3779B97F4A7C15L + buffer.getLong(at + Long.BYTES));
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int zeros(byte[] bytes, int at) {
        int zeros = 0;
        for (int i = at; i < at + BLOCK; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
