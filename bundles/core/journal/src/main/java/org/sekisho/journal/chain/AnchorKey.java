package org.sekisho.journal.chain;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.AnchorLine;

/** A secret of 32 bytes (RFC 8032), zeroed when closed. */
final class AnchorKey implements AutoCloseable {

    private final byte[] secret;

    /** @param secret taken over */
    AnchorKey(byte[] secret) {
        this.secret = secret;
    }

    String publicKey() {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, key, 0);
        return HexFormat.of().formatHex(key);
    }

    AnchorLine.Signed sign(Anchor anchor) {
        byte[] message = AnchorLine.message(anchor);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
        return new AnchorLine.Signed(anchor, publicKey(), HexFormat.of().formatHex(signature));
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "AnchorKey";
    }
}
