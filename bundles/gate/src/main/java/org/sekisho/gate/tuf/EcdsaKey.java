package org.sekisho.gate.tuf;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** ECDSA on NIST P-256 with SHA-256; its signatures are strict DER. */
final class EcdsaKey extends PublicKey {

    private final ECPublicKeyParameters point;

    private EcdsaKey(ECPublicKeyParameters point) {
        super("ecdsa-p256", point.getQ().getEncoded(true));
        this.point = point;
    }

    /** @throws IllegalArgumentException when it is no key of this curve */
    static PublicKey ofPem(String pem) {
        AsymmetricKeyParameter key = Pem.publicKey(pem);
        if (key instanceof ECPublicKeyParameters point
                && point.getParameters() instanceof ECNamedDomainParameters curve
                && curve.getName().equals(SECObjectIdentifiers.secp256r1)) {
            return new EcdsaKey(point);
        }
        throw new IllegalArgumentException("no key of P-256");
    }

    @Override
    public boolean verifies(byte[] signed, byte[] signature) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(signed, 0, signed.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, point);
        try {
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(signer.getOrder(), signature);
            return signer.verifySignature(hash, pair[0], pair[1]);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
