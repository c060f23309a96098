package org.sekisho.auth.totp;

/** Base32 (RFC 4648, 6) of whole groups of five bytes, so that no padding is needed. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LETTER_BITS = 5;
    private static final int LETTER_MASK = 0x1f;

    private Base32() {}

    /** Who asks for it wipes it. */
    static char[] of(byte[] bytes) {
        if (bytes.length % LETTER_BITS != 0) {
            throw new IllegalArgumentException("not whole groups of five bytes: " + bytes.length);
        }
        char[] letters = new char[bytes.length * Byte.SIZE / LETTER_BITS];
        int bits = 0;
        int kept = 0;
        int at = 0;
        for (byte next : bytes) {
            bits = (bits << Byte.SIZE) | (next & 0xff);
            kept += Byte.SIZE;
            while (kept >= LETTER_BITS) {
                kept -= LETTER_BITS;
                letters[at++] = ALPHABET.charAt((bits >> kept) & LETTER_MASK);
            }
        }
        return letters;
    }
}
