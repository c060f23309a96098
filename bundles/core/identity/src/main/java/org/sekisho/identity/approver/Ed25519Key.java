package org.sekisho.identity.approver;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.sekisho.identity.ApproverKeys;

/** A secret of 32 bytes (RFC 8032), zeroed when closed. */
final class Ed25519Key implements ApproverKeys.Key {

    private final String name;
    private final byte[] secret;

    /** @param secret taken over */
    Ed25519Key(String name, byte[] secret) {
        this.name = name;
        this.secret = secret;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] publicKey() {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, key, 0);
        return key;
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    byte[] secret() {
        return secret;
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "Ed25519Key[" + name + "]";
    }
}
