package org.sekisho.identity;

import org.sekisho.storage.StorageFault;

/**
 * Quick PINs, by which one cashier takes the place of another at a register that is unlocked. A PIN opens nothing else: it approves nothing,
 * unlocks nothing, and commands do not take it. Safe for many threads. The caller zeroes the PINs it hands in.
 */
public interface Pins {

    /** How many wrong ones make a PIN useless until its owner types their password. */
    int TRIES = 5;

    /**
     * Signs somebody on. Unknown name, no PIN and wrong PIN answer alike, in like time, as does a name whose password is locked, was taken
     * away or must be changed; every failure is journalled.
     *
     * @throws StorageFault when the database or the vault cannot answer
     */
    SignOn signOn(String name, char[] pin) throws StorageFault;

    /**
     * Sets somebody's own PIN: 4 to 12 digits. The caller has just compared their password.
     *
     * @throws StorageFault when the database or the vault cannot answer
     */
    PasswordResult set(String name, char[] pin) throws StorageFault;
}
