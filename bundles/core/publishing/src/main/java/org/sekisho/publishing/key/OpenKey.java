package org.sekisho.publishing.key;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.release.Json;

/**
 * A key's public half.
 *
 * @param name by which its files are called: {@code root}, {@code root-2}
 */
public record OpenKey(String name, KeyType type, PublicKey key) {

    static OpenKey of(String name, PublicKey key) throws GeneralSecurityException {
        return new OpenKey(name, Algorithms.typeOf(key), key);
    }

    /** @throws GeneralSecurityException when the text holds no key of a known kind */
    static OpenKey ofPem(String name, byte[] text) throws GeneralSecurityException {
        byte[] spki = Pem.content(text);
        KeyType type = Algorithms.typeOf(spki);
        return new OpenKey(name, type, Algorithms.factory(type).generatePublic(new X509EncodedKeySpec(spki)));
    }

    byte[] toPem() {
        return Pem.of("PUBLIC KEY", key.getEncoded());
    }

    /** The key object of TUF metadata, in the form that TUF's other implementations use. */
    public JsonObject toJson() {
        return switch (type) {
            case ED25519 -> json("ed25519", "ed25519", raw());
            case ECDSA -> json("ecdsa", "ecdsa-sha2-nistp256", pem());
            case RSA -> json("rsa", "rsassa-pss-sha256", pem());
            case ML_DSA_65 -> json("ml-dsa-65", "ml-dsa-65", raw());
        };
    }

    public String keyid() {
        return Digests.sha256(Json.canonical(toJson()));
    }

    /** The bytes inside the X.509 encoding, in hex. */
    private String raw() {
        return HexFormat.of()
                .formatHex(SubjectPublicKeyInfo.getInstance(key.getEncoded())
                        .getPublicKeyData()
                        .getOctets());
    }

    private String pem() {
        return new String(toPem(), StandardCharsets.US_ASCII);
    }

    private static JsonObject json(String type, String scheme, String value) {
        JsonObject keyval = new JsonObject();
        keyval.addProperty("public", value);
        JsonObject key = new JsonObject();
        key.addProperty("keytype", type);
        key.addProperty("scheme", scheme);
        key.add("keyval", keyval);
        return key;
    }
}
