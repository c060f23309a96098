package org.sekisho.publishing.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Optional;

/** A key pair that signs TUF metadata, certificates and jars; its secret half may lie on a token. */
public final class SigningKey {

    private final OpenKey open;
    private final PrivateKey secret;
    private final Optional<Provider> token;

    SigningKey(OpenKey open, PrivateKey secret, Optional<Provider> token) {
        this.open = open;
        this.secret = secret;
        this.token = token;
    }

    public OpenKey open() {
        return open;
    }

    public PrivateKey secret() {
        return secret;
    }

    /** Who must do the signing; empty where any of Java's providers can. */
    public Optional<Provider> token() {
        return token;
    }

    /** The name of its signature in certificates and in jars. */
    public String algorithm() {
        return Algorithms.inCertificates(open.type());
    }

    /** TUF's signature over the canonical bytes of a document, in hex. */
    public String sign(byte[] message) {
        try {
            Signature signature = Algorithms.signature(open.type(), token);
            signature.initSign(secret);
            signature.update(message);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was just read does not sign: " + open.name(), e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + open.name() + "]";
    }
}
