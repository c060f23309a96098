package org.sekisho.auth.pin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.identity.PinScheme;

/**
 * HMAC-SHA256 (RFC 2104) keyed by the pepper, over a name of this use, 16 bytes of salt and the PIN's UTF-8 bytes; stored as
 * {@code $hmac-sha256$SALT$TAG} in Base64 without padding.
 */
@Component
public final class HmacPins implements PinScheme {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] USE = "sekisho pin 1\0".getBytes(UTF_8);
    private static final int SALT_BYTES = 16;
    /** UTF-8 of one char of Java. */
    private static final int MOST_BYTES = 3;

    private static final Pattern STORED = Pattern.compile("\\$hmac-sha256\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final SecureRandom random = new SecureRandom();

    @Activate
    public HmacPins() {}

    @Override
    public String hash(char[] pin, byte[] pepper) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$hmac-sha256$" + base64.encodeToString(salt) + "$" + base64.encodeToString(tag(pin, salt, pepper));
    }

    @Override
    public boolean verify(char[] pin, String stored, byte[] pepper) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches()) {
            return false;
        }
        try {
            byte[] salt = Base64.getDecoder().decode(parts.group(1));
            byte[] expected = Base64.getDecoder().decode(parts.group(2));
            return MessageDigest.isEqual(expected, tag(pin, salt, pepper));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] tag(char[] pin, byte[] salt, byte[] pepper) {
        if (pepper.length != PEPPER_BYTES) {
            throw new IllegalArgumentException("a pepper has " + PEPPER_BYTES + " bytes, not " + pepper.length);
        }
        byte[] bytes = new byte[pin.length * MOST_BYTES];
        ByteBuffer encoded = ByteBuffer.wrap(bytes);
        UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(CharBuffer.wrap(pin), encoded, true);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(pepper, ALGORITHM));
            mac.update(USE);
            mac.update(salt);
            mac.update(bytes, 0, encoded.position());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
