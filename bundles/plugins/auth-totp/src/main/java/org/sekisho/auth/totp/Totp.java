package org.sekisho.auth.totp;

import java.net.URLEncoder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.identity.OneTimeCodeScheme;

/** TOTP (RFC 6238) with what every authenticator app takes: HMAC-SHA-1, six digits, steps of thirty seconds. */
@Component
public final class Totp implements OneTimeCodeScheme {

    /** As long as the HMAC's output (RFC 4226, 4, R6). */
    private static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    @Activate
    public Totp() {}

    @Override
    public byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    @Override
    public OptionalLong stepOf(char[] code, byte[] secret, Instant now) {
        long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            char[] expected = Hotp.code(secret, step, DIGITS);
            if (isSame(expected, code)) {
                found = OptionalLong.of(step);
            }
            Arrays.fill(expected, '\0');
        }
        return found;
    }

    /** However much of it is right, it takes as long. */
    private static boolean isSame(char[] expected, char[] typed) {
        int different = expected.length ^ typed.length;
        for (int i = 0; i < expected.length; i++) {
            different |= expected[i] ^ (i < typed.length ? typed[i] : 0);
        }
        return different == 0;
    }

    /** In groups of four, for the eye. */
    @Override
    public char[] typed(byte[] secret) {
        char[] letters = Base32.of(secret);
        char[] grouped = new char[letters.length + (letters.length - 1) / GROUP];
        for (int i = 0; i < grouped.length; i++) {
            grouped[i] = i % (GROUP + 1) == GROUP ? ' ' : letters[i - i / (GROUP + 1)];
        }
        Arrays.fill(letters, '\0');
        return grouped;
    }

    /** The key URI format of authenticator apps; what it leaves out is what they take for granted. */
    @Override
    public char[] uri(byte[] secret, String issuer, String operator) {
        String label = "otpauth://totp/" + escaped(issuer) + ":" + escaped(operator) + "?secret=";
        String rest = "&issuer=" + escaped(issuer);
        char[] letters = Base32.of(secret);
        char[] uri = new char[label.length() + letters.length + rest.length()];
        CharBuffer.wrap(uri).put(label).put(letters).put(rest);
        Arrays.fill(letters, '\0');
        return uri;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
