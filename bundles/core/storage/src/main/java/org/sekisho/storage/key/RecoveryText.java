package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A recovery key in writing: 32 bytes and the first three of SHA-256 over {@code sekisho recovery key}, a zero byte and those 32, five bits a character, the
 * highest first, in 14 groups of four. The characters are Crockford's: no I, L, O or U; read in either case, I and L as 1, O as 0.
 */
final class RecoveryText {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final byte[] PURPOSE = "sekisho recovery key\0".getBytes(US_ASCII);
    private static final int KEY = 32;
    private static final int CHECK = 3;
    private static final int LENGTH = (KEY + CHECK) * 8 / 5;
    private static final int GROUP = 4;

    private RecoveryText() {}

    static char[] write(byte[] key) {
        byte[] whole = Arrays.copyOf(key, KEY + CHECK);
        System.arraycopy(check(key), 0, whole, KEY, CHECK);
        char[] text = new char[LENGTH + LENGTH / GROUP - 1];
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int two = (whole[bit / 8] & 0xff) << 8 | (bit / 8 + 1 < whole.length ? whole[bit / 8 + 1] & 0xff : 0);
            text[i + i / GROUP] = CHARACTERS.charAt(two >> (11 - bit % 8) & 31);
        }
        for (int i = GROUP; i < text.length; i += GROUP + 1) {
            text[i] = '-';
        }
        Arrays.fill(whole, (byte) 0);
        return text;
    }

    /**
     * Reads what somebody typed; blanks, line feeds and hyphens do not count.
     *
     * @return the 32 bytes; empty where a character is missing, too many or another one
     */
    static Optional<byte[]> read(byte[] typed) {
        byte[] whole = new byte[KEY + CHECK];
        byte[] key = new byte[KEY];
        int count = 0;
        boolean right = true;
        for (byte each : typed) {
            if (each == '-' || each == ' ' || each == '\t' || each == '\r' || each == '\n') {
                continue;
            }
            int value = CHARACTERS.indexOf(likened(each));
            right &= value >= 0 && count < LENGTH;
            for (int i = 0; right && i < 5; i++) {
                int bit = count * 5 + i;
                whole[bit / 8] |= (byte) ((value >> (4 - i) & 1) << (7 - bit % 8));
            }
            count++;
        }
        System.arraycopy(whole, 0, key, 0, KEY);
        right &= count == LENGTH && Arrays.equals(check(key), Arrays.copyOfRange(whole, KEY, KEY + CHECK));
        Arrays.fill(whole, (byte) 0);
        if (!right) {
            Arrays.fill(key, (byte) 0);
        }
        return right ? Optional.of(key) : Optional.empty();
    }

    private static char likened(byte typed) {
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 32) : (char) (typed & 0xff);
        return switch (upper) {
            case 'I', 'L' -> '1';
            case 'O' -> '0';
            default -> upper;
        };
    }

    private static byte[] check(byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(PURPOSE);
            return Arrays.copyOf(sha256.digest(key), CHECK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
