package org.sekisho.distribution;

import com.google.gson.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import org.sekisho.gate.tuf.Digests;

/** An Ed25519 key pair that signs TUF metadata. */
final class RoleKey {
    /** An Ed25519 public key ends its X.509 encoding with its 32 raw bytes (RFC 8410). */
    private static final int RAW_LENGTH = 32;

    private final PrivateKey secret;
    private final PublicKey open;

    RoleKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    PrivateKey privateKey() {
        return secret;
    }

    PublicKey publicKey() {
        return open;
    }

    /** The key object of TUF metadata. */
    JsonObject toJson() {
        byte[] encoded = open.getEncoded();
        String raw = HexFormat.of().formatHex(encoded, encoded.length - RAW_LENGTH, encoded.length);
        JsonObject keyval = new JsonObject();
        keyval.addProperty("public", raw);
        JsonObject key = new JsonObject();
        key.addProperty("keytype", "ed25519");
        key.addProperty("scheme", "ed25519");
        key.add("keyval", keyval);
        return key;
    }

    String keyid() {
        return Digests.sha256(Json.canonical(toJson()));
    }

    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key that was just read does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "RoleKey[" + keyid() + "]";
    }
}
