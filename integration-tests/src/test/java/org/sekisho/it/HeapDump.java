package org.sekisho.it;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A dump of a heap (hprof): looks for bytes and texts in it, wherever they lie. */
record HeapDump(Path file) {

    /** How often a text is there: in one byte a character, as an array of characters (highest byte first), or as a wide string. */
    int count(String text) {
        return count(text.getBytes(UTF_8)) + count(text.getBytes(UTF_16BE)) + count(text.getBytes(UTF_16LE));
    }

    int count(byte[] wanted) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer heap = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            int found = 0;
            for (int at = 0; at + wanted.length <= heap.limit(); at++) {
                found += isAt(heap, at, wanted) ? 1 : 0;
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAt(ByteBuffer heap, int at, byte[] wanted) {
        int same = 0;
        while (same < wanted.length && heap.get(at + same) == wanted[same]) {
            same++;
        }
        return same == wanted.length;
    }
}
