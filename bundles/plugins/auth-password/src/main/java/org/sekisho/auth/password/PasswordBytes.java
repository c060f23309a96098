package org.sekisho.auth.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * A password as the bytes that are hashed: UTF-8 of its NFKC form, zeroed on close.
 *
 * <p>NFKC (NIST SP 800-63B-4, 3.1.1.2) makes a full-width letter from a Japanese input method the same as the plain one, and a
 * composed kana the same as a decomposed one. An ASCII password, which is its own NFKC form, is never held in a String; another one is,
 * for a moment, because the JDK looks at none but Strings.
 */
final class PasswordBytes implements AutoCloseable {

    private final byte[] bytes;

    private PasswordBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static PasswordBytes of(char[] password) {
        CharBuffer typed = CharBuffer.wrap(password);
        return encode(isAscii(password) ? typed : CharBuffer.wrap(Normalizer.normalize(typed, Form.NFKC)));
    }

    private static boolean isAscii(char[] password) {
        boolean ascii = true;
        for (char c : password) {
            ascii &= c < 0x80;
        }
        return ascii;
    }

    /** The bytes; the caller neither keeps nor changes them. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "PasswordBytes[…]";
    }

    private static PasswordBytes encode(CharBuffer text) {
        CharsetEncoder utf8 = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer room = ByteBuffer.allocate((int) Math.ceil(text.remaining() * (double) utf8.maxBytesPerChar()));
        utf8.encode(text, room, true);
        utf8.flush(room);
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return new PasswordBytes(bytes);
    }
}
