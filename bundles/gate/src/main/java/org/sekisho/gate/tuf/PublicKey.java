package org.sekisho.gate.tuf;

import java.util.HexFormat;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * A key that can verify, by Bouncy Castle's lightweight API: the JDK's own accepts some malformed signatures on 17, and
 * installing the provider would cost a third of a second at every start. Two are equal when they are one key, however it was
 * written down.
 *
 * <p>The classes of a kind of key are loaded when the first such key is read: a repository of Ed25519 alone pays for no other. So the
 * other kinds are made by methods that return this type: the virtual machine's verifier would load them to see that they extend it.
 */
public abstract sealed class PublicKey permits Ed25519Key, EcdsaKey, RsaKey, MlDsaKey, UnusableKey {

    private final String identity;

    /** @param material what no other key of its kind has */
    PublicKey(String kind, byte[] material) {
        this.identity = kind + ":" + HexFormat.of().formatHex(material);
    }

    /**
     * Reads a key of the gate's own documents: Ed25519 only.
     *
     * @param keyid the lower-case hex SHA-256 of the key's canonical JSON, which is checked
     */
    public static PublicKey of(String document, String keyid, Fields key) throws MalformedDocument {
        if (!key.text("keytype").equals(Ed25519Key.KIND) || !key.text("scheme").equals(Ed25519Key.KIND)) {
            throw new MalformedDocument(document, "only ed25519 keys are known here");
        }
        if (!Digests.sha256(key.canonical()).equals(keyid)) {
            throw new MalformedDocument(document, "the key id " + keyid + " is not its key's digest");
        }
        PublicKey read = read(key);
        if (read instanceof UnusableKey) {
            throw new MalformedDocument(document, "a public key is none");
        }
        return read;
    }

    /**
     * Reads TUF's key object. One of an unknown kind, or that is none, verifies nothing, and spoils no other.
     *
     * @throws MalformedDocument when it is no key object
     */
    public static PublicKey read(Fields key) throws MalformedDocument {
        String keytype = key.text("keytype");
        String scheme = key.text("scheme");
        Fields value = key.object("keyval");
        if (!value.has("public")) {
            return UnusableKey.of(key);
        }
        String text = value.text("public");
        try {
            return switch (keytype + "/" + scheme) {
                case "ed25519/ed25519" -> new Ed25519Key(HexFormat.of().parseHex(text));
                case "ecdsa/ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256/ecdsa-sha2-nistp256" -> EcdsaKey.ofPem(text);
                case "rsa/rsassa-pss-sha256" -> RsaKey.ofPem(text);
                default -> UnusableKey.of(key);
            };
        } catch (IllegalArgumentException e) {
            return UnusableKey.of(key);
        }
    }

    /**
     * Reads a key that a root demands signatures of besides TUF's own.
     *
     * @throws MalformedDocument when it is of any other kind than ML-DSA-65
     */
    public static PublicKey readPostQuantum(String document, Fields key) throws MalformedDocument {
        return MlDsaKey.of(document, key);
    }

    /** Whether the signature is this key's over exactly these bytes. */
    public abstract boolean verifies(byte[] signed, byte[] signature);

    @Override
    public final boolean equals(Object other) {
        return other instanceof PublicKey key && identity.equals(key.identity);
    }

    @Override
    public final int hashCode() {
        return identity.hashCode();
    }

    @Override
    public final String toString() {
        return identity;
    }
}
