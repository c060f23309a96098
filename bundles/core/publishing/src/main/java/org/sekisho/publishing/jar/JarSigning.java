package org.sekisho.publishing.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.key.SigningKey;

/**
 * Signs jars in the standard way (JAR File Specification, "Signed JAR File"; what {@code jarsigner} does): every file's digest in
 * the manifest, every section's digest in the signature file, and a CMS block over that. The same jar and Ed25519 or RSA key give the
 * same bytes, so a register does not change by being built again.
 */
public final class JarSigning {

    private static final String SIGNER = "META-INF/SEKISHO";
    private static final String DIGEST = "SHA-256";
    private static final String VERSION = "Manifest-Version: 1.0\r\n\r\n";

    private final SigningKey key;
    private final X509Certificate certificate;

    public JarSigning(SigningKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** @param jar as {@link StrictJar} leaves it */
    public byte[] sign(JarEntries jar) throws IOException, PublishingFault {
        if (key.open().type() == KeyType.ML_DSA_65) {
            throw new PublishingFault("sign.type", key.open().type().word());
        }
        Manifest given = jar.manifest();
        Manifest main = new Manifest();
        main.getMainAttributes().putAll(given.getMainAttributes());
        ByteArrayOutputStream manifest = new ByteArrayOutputStream();
        main.write(manifest);
        StringBuilder sections = new StringBuilder();
        for (Map.Entry<String, byte[]> file : jar.files().entrySet()) {
            if (!file.getKey().equals(JarFile.MANIFEST_NAME)) {
                Attributes attributes = new Attributes();
                attributes.putAll(given.getEntries().getOrDefault(file.getKey(), new Attributes()));
                attributes.putValue(DIGEST + "-Digest", digest(file.getValue()));
                byte[] section = section(file.getKey(), attributes);
                manifest.write(section);
                Attributes signed = new Attributes();
                signed.putValue(DIGEST + "-Digest", digest(section));
                sections.append(new String(section(file.getKey(), signed), StandardCharsets.UTF_8));
            }
        }
        for (Map.Entry<String, Attributes> other : given.getEntries().entrySet()) {
            if (!jar.files().containsKey(other.getKey())) {
                manifest.write(section(other.getKey(), other.getValue()));
            }
        }
        byte[] signatureFile = ("Signature-Version: 1.0\r\nCreated-By: Sekisho\r\n" + DIGEST + "-Digest-Manifest: "
                        + digest(manifest.toByteArray()) + "\r\n\r\n" + sections)
                .getBytes(StandardCharsets.UTF_8);
        JarEntries signed = new JarEntries();
        signed.files().put(JarFile.MANIFEST_NAME, manifest.toByteArray());
        signed.files().put(SIGNER + ".SF", signatureFile);
        signed.files()
                .put(
                        SIGNER + (key.open().type() == KeyType.RSA ? ".RSA" : ".EC"),
                        SignatureBlock.over(signatureFile, key, certificate));
        jar.files().forEach(signed.files()::putIfAbsent);
        return signed.toBytes();
    }

    /** One section as Java writes it, lines folded at 72 bytes. */
    private static byte[] section(String name, Attributes attributes) throws IOException {
        Manifest alone = new Manifest();
        alone.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        alone.getEntries().put(name, attributes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        alone.write(out);
        byte[] whole = out.toByteArray();
        return Arrays.copyOfRange(whole, VERSION.length(), whole.length);
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(DIGEST).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
