package org.sekisho.gate.tuf;

import java.util.HexFormat;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/** ML-DSA-65 (FIPS 204), the pure form with an empty context, over the same bytes that the other keys sign. */
final class MlDsaKey extends PublicKey {

    private static final String KIND = "ml-dsa-65";
    private static final int PUBLIC = 1952;
    private static final int SIGNATURE = 3309;

    private final MLDSAPublicKeyParameters key;

    private MlDsaKey(byte[] raw) {
        super(KIND, raw);
        this.key = new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, raw);
    }

    /** @throws MalformedDocument when it is anything else: who demands it means it */
    static PublicKey of(String document, Fields key) throws MalformedDocument {
        try {
            byte[] raw = HexFormat.of().parseHex(key.object("keyval").text("public"));
            if (key.text("keytype").equals(KIND) && key.text("scheme").equals(KIND) && raw.length == PUBLIC) {
                return new MlDsaKey(raw);
            }
        } catch (IllegalArgumentException e) {
            // Falls through: not hex.
        }
        throw new MalformedDocument(document, "a post-quantum key is not of ML-DSA-65");
    }

    @Override
    public boolean verifies(byte[] signed, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        MLDSASigner signer = new MLDSASigner();
        signer.init(false, key);
        signer.update(signed, 0, signed.length);
        return signer.verifySignature(signature);
    }
}
