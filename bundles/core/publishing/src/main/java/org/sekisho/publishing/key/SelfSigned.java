package org.sekisho.publishing.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sekisho.gate.tuf.Digests;

/** A certificate that names whose key it is and that nobody else vouches for: the allowlist does, by the key's digest. */
final class SelfSigned {

    private static final int YEARS = 10;

    private SelfSigned() {}

    static X509Certificate of(String commonName, SigningKey key) throws GeneralSecurityException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant until = from.plus(YEARS * 365L, ChronoUnit.DAYS);
        byte[] spki = key.open().key().getEncoded();
        BigInteger serial = new BigInteger(Digests.sha256(spki).substring(0, 16), 16);
        try {
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder(key.algorithm());
            key.token().ifPresent(signer::setProvider);
            return read(new JcaX509v3CertificateBuilder(
                            name,
                            serial,
                            Date.from(from),
                            Date.from(until),
                            name,
                            key.open().key())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning))
                    .build(signer.build(key.secret()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** @param encoded DER or PEM */
    static X509Certificate read(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
