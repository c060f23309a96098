package org.sekisho.extensions.signature;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** Which keys may sign a jar: RSA from 3072 bits, ECDSA on P-256, Ed25519. */
final class SigningKey {

    private static final int RSA_BITS = 3072;
    private static final int P256_BITS = 256;
    /** The order of P-256 (FIPS 186-4, D.1.2.3), which other curves of 256 bits do not share. */
    private static final String P256_ORDER = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    private SigningKey() {}

    static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= RSA_BITS;
        }
        if (key instanceof ECPublicKey ec) {
            return ec.getParams().getOrder().bitLength() == P256_BITS
                    && ec.getParams().getOrder().toString(16).equals(P256_ORDER);
        }
        return key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
    }

    /** As a person would name it. */
    static String describe(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return "EC " + ec.getParams().getOrder().bitLength();
        }
        return key instanceof EdECPublicKey ed ? ed.getParams().getName() : key.getAlgorithm();
    }
}
