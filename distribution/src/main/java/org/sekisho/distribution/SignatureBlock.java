package org.sekisho.distribution;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The signature over a signed jar's {@code .SF} file: CMS, detached, without signed attributes. Java 17's own signer always
 * adds the time of signing, so that the same jar signed twice gave two digests, and a register would change by being built again.
 */
final class SignatureBlock {
    private SignatureBlock() {}

    static byte[] over(byte[] signatureFile, DevelopmentKeys keys) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var signer = new JcaContentSignerBuilder("Ed25519")
                    .build(keys.key(Role.PUBLISHER).privateKey());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests)
                    .setDirectSignature(true)
                    .build(signer, keys.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(keys.certificate()));
            return generator
                    .generate(new CMSProcessableByteArray(signatureFile), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("an Ed25519 key that was just read does not sign", e);
        }
    }
}
