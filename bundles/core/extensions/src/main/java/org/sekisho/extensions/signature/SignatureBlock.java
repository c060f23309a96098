package org.sekisho.extensions.signature;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;

/** The CMS block of a signature (RFC 5652), asked only for what the JDK verifies without telling: its digest algorithms. */
final class SignatureBlock {

    /** SHA-256, -384, -512 (RFC 5754); Ed25519 brings its own and names SHA-512. */
    private static final Set<String> STRONG =
            Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    private SignatureBlock() {}

    /**
     * A signer's digest algorithm that proves nothing any more, by its object identifier.
     *
     * @throws BadSignature when this is no block with one signer
     */
    static Optional<String> weakDigest(byte[] block) throws BadSignature {
        try {
            ASN1Sequence contentInfo = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(block));
            ASN1Sequence signedData = ASN1Sequence.getInstance(
                    ASN1TaggedObject.getInstance(contentInfo.getObjectAt(1)).getExplicitBaseObject());
            ASN1Set signers = ASN1Set.getInstance(signedData.getObjectAt(signedData.size() - 1));
            if (signers.size() != 1) {
                throw new BadSignature("not-one");
            }
            ASN1Sequence signer = ASN1Sequence.getInstance(signers.getObjectAt(0));
            String digest = algorithm(signer.getObjectAt(2));
            return STRONG.contains(digest) ? Optional.empty() : Optional.of(digest);
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new BadSignature("block", e);
        }
    }

    private static String algorithm(ASN1Encodable identifier) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(identifier);
        return ASN1ObjectIdentifier.getInstance(sequence.getObjectAt(0)).getId();
    }
}
