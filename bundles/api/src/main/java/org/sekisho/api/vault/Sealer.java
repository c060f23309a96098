package org.sekisho.api.vault;

/**
 * Seals and opens records with authenticated encryption: AES-256-GCM, a fresh random 12-byte nonce before each record, a
 * 16-byte tag behind it. Safe for many threads. Closing it zeroes its key.
 */
public interface Sealer extends AutoCloseable {

    /** What sealing adds to a record, in bytes. */
    int OVERHEAD = 28;

    /** @param context bound to the record but not stored; opening needs the same */
    byte[] seal(byte[] plain, byte[] context);

    /**
     * @throws VaultFault when even one bit of the record or the context differs
     */
    byte[] open(byte[] sealed, byte[] context) throws VaultFault;

    @Override
    void close();
}
