package org.sekisho.publishing.jar;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sekisho.publishing.key.SigningKey;

/**
 * The signature over a signed jar's {@code .SF} file: CMS, detached, without signed attributes. Java 17's own signer always
 * adds the time of signing, so that the same jar signed twice gave two digests.
 */
final class SignatureBlock {
    private SignatureBlock() {}

    static byte[] over(byte[] signatureFile, SigningKey key, X509Certificate certificate) throws IOException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var by = new JcaContentSignerBuilder(key.algorithm());
            key.token().ifPresent(by::setProvider);
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests)
                    .setDirectSignature(true)
                    .build(by.build(key.secret()), certificate));
            generator.addCertificate(new JcaX509CertificateHolder(certificate));
            return generator
                    .generate(new CMSProcessableByteArray(signatureFile), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException("the key " + key.open().name() + " does not sign", e);
        }
    }
}
