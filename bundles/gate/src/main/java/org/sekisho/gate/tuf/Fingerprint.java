package org.sekisho.gate.tuf;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Sixteen letters and digits that name one publication, short enough to be read over the phone: the first 80 bits of the
 * SHA-256 of {@code metadata/timestamp.json}, byte for byte as received.
 *
 * @param text four groups of four, in Crockford's base 32, which has no I, L, O or U
 */
public record Fingerprint(String text) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 10;
    private static final int LETTERS = 16;

    public static Fingerprint of(byte[] timestamp) {
        BigInteger bits = new BigInteger(1, Arrays.copyOf(sha256(timestamp), BYTES));
        StringBuilder text = new StringBuilder();
        for (int letter = 0; letter < LETTERS; letter++) {
            if (letter > 0 && letter % 4 == 0) {
                text.append('-');
            }
            int shift = 5 * (LETTERS - 1 - letter);
            text.append(DIGITS.charAt(bits.shiftRight(shift).intValue() & 31));
        }
        return new Fingerprint(text.toString());
    }

    /** Whether somebody typed this: in either case, with any spacing, and with the letters that look like digits taken for those. */
    public boolean matches(String typed) {
        return text.replace("-", "")
                .equals(typed.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1'));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
