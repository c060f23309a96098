package org.sekisho.catalogue.items;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that are only ever appended to, in blocks, so that growing copies nothing. A record never crosses a block; its address is a
 * positive number.
 */
final class PackedBytes {

    private static final int BLOCK_BITS = 16;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int MOST_BLOCKS = Integer.MAX_VALUE >> BLOCK_BITS;

    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] block = new byte[0];
    private int end;

    /** Begins a record of at most that many bytes; returns its address. */
    int begin(int most) {
        if (end + most > block.length) {
            if (blocks.size() == MOST_BLOCKS) {
                throw new IllegalStateException("more than 2 GB of items");
            }
            block = new byte[Math.max(BLOCK, most)];
            blocks.add(block);
            end = blocks.size() == 1 ? 1 : 0; // 0 is no address
        }
        return ((blocks.size() - 1) << BLOCK_BITS) | end;
    }

    void putByte(int value) {
        block[end++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; a negative one takes ten. */
    void putNumber(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            putByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    void putText(byte[] utf8) {
        putNumber(utf8.length);
        System.arraycopy(utf8, 0, block, end, utf8.length);
        end += utf8.length;
    }

    /** Bytes that hold a record with texts of that many bytes and some numbers. */
    static int room(int textBytes, int numbers) {
        return textBytes + 10 * numbers;
    }

    Cursor at(int address) {
        return new Cursor(blocks.get(address >>> BLOCK_BITS), address & (BLOCK - 1));
    }

    /** Reads a record from its beginning on. */
    static final class Cursor {

        private final byte[] bytes;
        private int at;

        private Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int readByte() {
            return bytes[at++];
        }

        long readNumber() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                int part = bytes[at++];
                number |= (long) (part & 0x7F) << shift;
                if (part >= 0) {
                    return number;
                }
            }
        }

        String readText() {
            int length = (int) readNumber();
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
