package org.sekisho.gate.tuf;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * An Ed25519 key that can verify, by Bouncy Castle's lightweight API: the JDK's own accepts some malformed signatures on 17,
 * and installing the provider would cost a third of a second at every start.
 */
public final class PublicKey {

    private static final String ED25519 = "ed25519";

    private final byte[] raw;
    private final Ed25519PublicKeyParameters point;

    private PublicKey(byte[] raw) {
        this.raw = raw;
        this.point = new Ed25519PublicKeyParameters(raw, 0);
    }

    /**
     * Reads TUF's key object; other kinds of keys are refused.
     *
     * @param keyid the lower-case hex SHA-256 of the key's canonical JSON, which is checked
     */
    public static PublicKey of(String document, String keyid, Fields key) throws MalformedDocument {
        if (!key.text("keytype").equals(ED25519) || !key.text("scheme").equals(ED25519)) {
            throw new MalformedDocument(document, "only ed25519 keys are known here");
        }
        if (!Digests.sha256(key.canonical()).equals(keyid)) {
            throw new MalformedDocument(document, "the key id " + keyid + " is not its key's digest");
        }
        return of(document, key.object("keyval").text("public"));
    }

    /** @param hex the 32 raw bytes */
    private static PublicKey of(String document, String hex) throws MalformedDocument {
        try {
            byte[] raw = HexFormat.of().parseHex(hex);
            if (raw.length == Ed25519.PUBLIC_KEY_SIZE) {
                return new PublicKey(raw);
            }
        } catch (IllegalArgumentException e) {
            // Falls through: neither hex nor a point of the curve.
        }
        throw new MalformedDocument(document, "a public key is none");
    }

    /** Whether the signature is this key's over exactly these bytes. */
    public boolean verifies(byte[] signed, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && point.verify(Ed25519.Algorithm.Ed25519, null, signed, 0, signed.length, signature, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && MessageDigest.isEqual(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "ed25519:" + HexFormat.of().formatHex(raw);
    }
}
