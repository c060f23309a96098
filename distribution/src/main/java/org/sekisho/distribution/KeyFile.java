package org.sekisho.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A key pair on disk: {@code NAME.pem} (PKCS#8, 0600) and {@code NAME.pub.pem}. */
final class KeyFile {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private KeyFile() {}

    static RoleKey openOrMake(Path folder, String name) throws IOException, AssemblyFault {
        Path secret = folder.resolve(name + ".pem");
        Path open = folder.resolve(name + ".pub.pem");
        try {
            if (!Files.exists(secret) || !Files.exists(open)) {
                KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                PrivateFiles.replace(open, pem(PUBLIC, made.getPublic().getEncoded()));
                PrivateFiles.replace(secret, pem(PRIVATE, made.getPrivate().getEncoded()));
            }
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            return new RoleKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(content(secret))),
                    factory.generatePublic(new X509EncodedKeySpec(content(open))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new AssemblyFault(
                    "The development key " + secret + " cannot be read. Move its folder away to have new keys made.",
                    e);
        }
    }

    static byte[] pem(String type, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] content(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
