package org.sekisho.storage;

/**
 * Seals the few secrets that the register keeps in its database, so that they are sealed there whatever the database itself does.
 * Each call opens the vault anew: for what happens once a day.
 */
public interface Secrets {

    /**
     * @param purpose what the secret is for; opening needs the same
     * @throws StorageFault when the vault does not open
     */
    byte[] seal(byte[] secret, String purpose) throws StorageFault;

    /**
     * @throws StorageFault when the vault does not open, or even one bit of what was sealed or the purpose differs
     */
    byte[] open(byte[] sealed, String purpose) throws StorageFault;
}
