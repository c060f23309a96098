package org.sekisho.auth.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HOTP (RFC 4226): the code that a secret and a counter make. */
final class Hotp {

    private static final String ALGORITHM = "HmacSHA1";

    private Hotp() {}

    /** Who asks for it wipes it. */
    static char[] code(byte[] secret, long counter, int digits) {
        byte[] message = new byte[Long.BYTES];
        ByteBuffer.wrap(message).putLong(counter);
        return truncated(tag(secret, message), digits);
    }

    private static byte[] tag(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new LentKey(secret));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }

    /** RFC 4226, 5.3: 31 bits from where the last four say, in decimal. */
    private static char[] truncated(byte[] tag, int digits) {
        int left = ByteBuffer.wrap(tag).getInt(tag[tag.length - 1] & 0xf) & Integer.MAX_VALUE;
        char[] code = new char[digits];
        for (int i = digits - 1; i >= 0; i--) {
            code[i] = (char) ('0' + left % 10);
            left /= 10;
        }
        return code;
    }

    /** The caller's own bytes: the JDK's keys keep a copy that nobody can wipe; the HMAC wipes the one that it is given here. */
    private static final class LentKey implements SecretKey {

        private static final long serialVersionUID = 1L;

        private final transient byte[] secret;

        LentKey(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public String getAlgorithm() {
            return ALGORITHM;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return secret.clone();
        }
    }
}
