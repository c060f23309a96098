package org.sekisho.distribution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sekisho.gate.tuf.Digests;

/** The self-signed certificate that names who signs the bundles of a development build. */
final class PublisherCertificate {
    /** The name that {@code vet} and {@code list} show. */
    static final String NAME = "Sekisho development";

    private static final int YEARS = 10;

    private PublisherCertificate() {}

    static X509Certificate openOrMake(Path folder, RoleKey key) throws IOException, AssemblyFault {
        Path file = folder.resolve("publisher.crt.pem");
        try {
            if (!Files.exists(file)) {
                PrivateFiles.replace(file, KeyFile.pem("CERTIFICATE", make(key)));
            }
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (!certificate.getPublicKey().equals(key.publicKey())) {
                throw new AssemblyFault(
                        file + " belongs to another key than publisher.pem. Delete it to have a new one made.");
            }
            return certificate;
        } catch (CertificateException | OperatorCreationException e) {
            throw new AssemblyFault(file + " cannot be read. Delete it to have a new one made.", e);
        }
    }

    private static byte[] make(RoleKey key) throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=" + NAME);
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS);
        Instant until = from.plus(YEARS * 365L, ChronoUnit.DAYS);
        BigInteger serial =
                new BigInteger(Digests.sha256(key.publicKey().getEncoded()).substring(0, 16), 16);
        return new JcaX509v3CertificateBuilder(name, serial, Date.from(from), Date.from(until), name, key.publicKey())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning))
                .build(new JcaContentSignerBuilder("Ed25519").build(key.privateKey()))
                .getEncoded();
    }
}
