package org.sekisho.extensions.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A publisher made for one test: key, certificate and the JDK's own signer. */
public final class SignedJars {

    private static final BigInteger RSA_EXPONENT = RSAKeyGenParameterSpec.F4;

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final String signatureAlgorithm;

    private SignedJars(String name, KeyPair keys, String signatureAlgorithm, Instant until)
            throws GeneralSecurityException, OperatorCreationException {
        this.keys = keys;
        this.signatureAlgorithm = signatureAlgorithm;
        X500Name subject = new X500Name("CN=" + name);
        Date from = Date.from(until.minus(Duration.ofDays(3650)));
        this.certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                subject, BigInteger.ONE, from, Date.from(until), subject, keys.getPublic())
                        .build(new JcaContentSignerBuilder(signatureAlgorithm).build(keys.getPrivate())));
    }

    public static SignedJars ed25519(String name) throws GeneralSecurityException, OperatorCreationException {
        return ed25519(name, Instant.now().plus(Duration.ofDays(365)));
    }

    public static SignedJars ed25519(String name, Instant until)
            throws GeneralSecurityException, OperatorCreationException {
        return new SignedJars(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), "Ed25519", until);
    }

    static SignedJars rsa(int bits) throws GeneralSecurityException, OperatorCreationException {
        return with("RSA", new RSAKeyGenParameterSpec(bits, RSA_EXPONENT), "SHA256withRSA");
    }

    static SignedJars ec(String curve) throws GeneralSecurityException, OperatorCreationException {
        return with("EC", new ECGenParameterSpec(curve), "SHA256withECDSA");
    }

    private static SignedJars with(String algorithm, AlgorithmParameterSpec spec, String signature)
            throws GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(spec);
        Instant until = Instant.now().plus(Duration.ofDays(365));
        return new SignedJars("Example Ltd", generator.generateKeyPair(), signature, until);
    }

    public byte[] sign(byte[] jar) throws IOException, GeneralSecurityException {
        return sign(jar, "SHA-256", "EXAMPLE");
    }

    byte[] sign(byte[] jar, String digest, String signerName) throws IOException, GeneralSecurityException {
        Path plain = Files.createTempFile("plain", ".jar");
        try {
            Files.write(plain, jar);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipFile zip = new ZipFile(plain.toFile())) {
                new JarSigner.Builder(new PrivateKeyEntry(keys.getPrivate(), new Certificate[] {certificate}))
                        .digestAlgorithm(digest)
                        .signatureAlgorithm(signatureAlgorithm)
                        .signerName(signerName)
                        .build()
                        .sign(zip, out);
            }
            return out.toByteArray();
        } finally {
            Files.delete(plain);
        }
    }

    public String spkiSha256() {
        return Publisher.of(certificate).spkiSha256();
    }
}
