package org.sekisho.gate.tuf;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** RFC 8032, the pure form. */
final class Ed25519Key extends PublicKey {

    static final String KIND = "ed25519";

    private final Ed25519PublicKeyParameters point;

    /** @throws IllegalArgumentException when the bytes are no point of the curve */
    Ed25519Key(byte[] raw) {
        super(KIND, raw);
        if (raw.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
        this.point = new Ed25519PublicKeyParameters(raw, 0);
    }

    @Override
    public boolean verifies(byte[] signed, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && point.verify(Ed25519.Algorithm.Ed25519, null, signed, 0, signed.length, signature, 0);
    }
}
