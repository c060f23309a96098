package org.sekisho.gate.tuf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

/** RSASSA-PSS (RFC 8017) with SHA-256, also as its mask; the salt as long as the digest, or as long as it can be. */
final class RsaKey extends PublicKey {

    /** In bits: what TUF wants at least, and what still verifies in no time. */
    private static final int SHORTEST = 2048;

    private static final int LONGEST = 8192;
    private static final int HASH = 32;

    private final RSAKeyParameters key;

    private RsaKey(RSAKeyParameters key) {
        super("rsa", (key.getExponent().toString(16) + "," + key.getModulus().toString(16)).getBytes(US_ASCII));
        this.key = key;
    }

    /** @throws IllegalArgumentException when it is no RSA key of an acceptable size */
    static PublicKey ofPem(String pem) {
        AsymmetricKeyParameter read = Pem.publicKey(pem);
        if (read instanceof RSAKeyParameters rsa
                && rsa.getModulus().bitLength() >= SHORTEST
                && rsa.getModulus().bitLength() <= LONGEST) {
            return new RsaKey(rsa);
        }
        throw new IllegalArgumentException("no RSA key of 2048 to 8192 bits");
    }

    @Override
    public boolean verifies(byte[] signed, byte[] signature) {
        int encoded = (key.getModulus().bitLength() + 6) / 8;
        return verifies(signed, signature, HASH) || verifies(signed, signature, encoded - HASH - 2);
    }

    private boolean verifies(byte[] signed, byte[] signature, int salt) {
        PSSSigner signer = new PSSSigner(new RSAEngine(), new SHA256Digest(), new SHA256Digest(), salt);
        signer.init(false, key);
        signer.update(signed, 0, signed.length);
        return signer.verifySignature(signature);
    }
}
