package org.sekisho.gate.tuf;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** One public key in PEM (RFC 7468). */
final class Pem {

    private static final Pattern PUBLIC_KEY =
            Pattern.compile("-----BEGIN PUBLIC KEY-----\\s([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");
    private static final int LONGEST = 1 << 14;

    private Pem() {}

    /** @throws IllegalArgumentException when the text is anything else */
    static AsymmetricKeyParameter publicKey(String pem) {
        Matcher matcher = PUBLIC_KEY.matcher(pem);
        if (pem.length() > LONGEST || !matcher.matches()) {
            throw new IllegalArgumentException("no public key in PEM");
        }
        byte[] encoded = Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", ""));
        try {
            return PublicKeyFactory.createKey(encoded);
        } catch (IOException | IllegalStateException | ClassCastException e) {
            throw new IllegalArgumentException("no public key", e);
        }
    }
}
