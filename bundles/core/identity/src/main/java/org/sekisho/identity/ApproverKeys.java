package org.sekisho.identity;

import org.sekisho.storage.StorageFault;

/**
 * The Ed25519 keys by which managers let bundles in, each wrapped by its owner's password: who reads the database signs nothing. Safe
 * for many threads. The caller zeroes the passwords it hands in, and has signed their owners on.
 */
public interface ApproverKeys {

    /**
     * Opens the newest of somebody's keys that this password opens. Makes one where there is none, beside those that other passwords open: no key
     * is ever lost by a wrong password.
     *
     * @throws StorageFault when the database cannot answer
     */
    Key open(String name, char[] password) throws StorageFault;

    /** Wraps somebody's key by their new password; nothing happens where the old password opens none. */
    void rewrap(String name, char[] old, char[] password) throws StorageFault;

    /** One opened key; closing it forgets the secret. */
    interface Key extends AutoCloseable {

        /** Whose it is. */
        String name();

        /** The 32 raw bytes of the public key (RFC 8032). */
        byte[] publicKey();

        /** The 64 bytes of the signature over a message. */
        byte[] sign(byte[] message);

        @Override
        void close();
    }
}
