package org.sekisho.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the register that somebody changed, until it is put back. */
final class Changed {

    private final Path file;
    private final byte[] original;

    private Changed(Path file, byte[] original) {
        this.file = file;
        this.original = original;
    }

    /** One bit of one byte in the middle. */
    static Changed middleOf(Path file) throws IOException {
        return byteOf(file, (int) Files.size(file) / 2);
    }

    /** One bit of the first entry's time of day: no virtual machine minds, so a changed jar still loads. */
    static Changed unnoticedByJava(Path jar) throws IOException {
        return byteOf(jar, 10);
    }

    private static Changed byteOf(Path file, int at) throws IOException {
        byte[] original = Files.readAllBytes(file);
        byte[] bytes = original.clone();
        bytes[at] ^= 1;
        Files.write(file, bytes);
        return new Changed(file, original);
    }

    /** Replaced by another file. */
    static Changed to(Path file, Path other) throws IOException {
        byte[] original = Files.readAllBytes(file);
        Files.write(file, Files.readAllBytes(other));
        return new Changed(file, original);
    }

    /** A piece of text, the first of its kind, replaced. */
    static Changed text(Path file, String from, String to) throws IOException {
        byte[] original = Files.readAllBytes(file);
        String text = new String(original, StandardCharsets.UTF_8);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " says nowhere " + from);
        }
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
        return new Changed(file, original);
    }

    /** Looks at what the change does, then puts the file back. */
    void meanwhile(Look look) throws Exception {
        try {
            look.run();
        } finally {
            Files.write(file, original);
        }
    }

    /** What a test asks while a file is not as it was. */
    @FunctionalInterface
    interface Look {
        void run() throws Exception;
    }
}
