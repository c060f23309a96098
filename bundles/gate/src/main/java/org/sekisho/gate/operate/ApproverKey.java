package org.sekisho.gate.operate;

/** The Ed25519 key of one person who may let bundles in, opened by that person for one command. */
public interface ApproverKey {

    /** The name by which the shop knows the person. */
    String name();

    /** The 32 raw bytes of the public key (RFC 8032). */
    byte[] publicKey();

    /** The 64 bytes of the signature over these bytes. */
    byte[] sign(byte[] message);
}
