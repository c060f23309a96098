package org.sekisho.distribution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.sekisho.gate.tuf.Digests;

/** Signs jars in the standard way (what {@code jarsigner} does), with Ed25519; the same jar and key give the same bytes. */
final class Publisher {
    private static final String SIGNER = "SEKISHO";

    private final DevelopmentKeys keys;

    Publisher(DevelopmentKeys keys) {
        this.keys = keys;
    }

    String name() {
        return PublisherCertificate.NAME;
    }

    /** The digest of the public key, by which the allowlist knows the publisher. */
    String spkiSha256() {
        return Digests.sha256(keys.certificate().getPublicKey().getEncoded());
    }

    byte[] sign(byte[] jar) throws IOException, AssemblyFault {
        Path folder = Files.createTempDirectory("signing");
        Path plain = folder.resolve("plain.jar");
        Path signed = folder.resolve("signed.jar");
        try {
            Files.write(plain, jar);
            try (ZipFile in = new ZipFile(plain.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                signer().sign(in, out);
            }
            JarEntries entries = JarEntries.read(signed);
            byte[] signatureFile = entries.files().getOrDefault("META-INF/" + SIGNER + ".SF", new byte[0]);
            entries.files().replace("META-INF/" + SIGNER + ".EC", SignatureBlock.over(signatureFile, keys));
            return entries.toBytes();
        } finally {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(signed);
            Files.delete(folder);
        }
    }

    private JarSigner signer() {
        try {
            PrivateKeyEntry entry =
                    new PrivateKeyEntry(keys.key(Role.PUBLISHER).privateKey(), new Certificate[] {keys.certificate()});
            return new JarSigner.Builder(entry)
                    .digestAlgorithm("SHA-256")
                    .signatureAlgorithm("Ed25519")
                    .signerName(SIGNER)
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java 17 signs with Ed25519", e);
        }
    }
}
