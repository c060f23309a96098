package org.sekisho.it;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A dump of a heap (hprof): looks for bytes and texts in it, wherever they lie. */
record HeapDump(Path file) {

    private static final int AROUND = 100;

    /**
     * Where a text is, with what lies around it: in one byte a character, as an array of characters or of whole numbers (highest byte first), or
     * as a wide string.
     */
    List<String> find(String text) {
        List<String> found = new ArrayList<>();
        for (Charset charset : List.of(UTF_8, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"))) {
            found.addAll(find(text.getBytes(charset)));
        }
        return found;
    }

    List<String> find(byte[] wanted) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer heap = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            List<String> found = new ArrayList<>();
            for (int at = 0; at + wanted.length <= heap.limit(); at++) {
                if (isAt(heap, at, wanted)) {
                    found.add(around(heap, at, wanted.length));
                }
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

    /** Before an array's elements hprof has its id, a serial number, the length and the type (5: char, 8: byte). */
    private static String around(ByteBuffer heap, int at, int length) {
        StringBuilder text = new StringBuilder();
        int end = Math.min(heap.limit(), at + length + AROUND);
        for (int i = Math.max(0, at - AROUND); i < end; i++) {
            byte one = heap.get(i);
            text.append(one > ' ' && one < 0x7F ? Character.toString((char) one) : "\\%02x".formatted(one));
        }
        return text.toString();
    }
}
