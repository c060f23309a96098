package org.sekisho.api.identity;

/**
 * Turns a quick PIN into what may be stored, and compares. A PIN is short, so what protects it where the database is stolen is a secret
 * that is not in there readably, the <em>pepper</em>; and since it is typed at every change of cashier, it is quick. Safe for many threads.
 *
 * <p>The caller zeroes the PIN.
 */
public interface PinScheme {

    /** How long a pepper is, in bytes: as random as a key. */
    int PEPPER_BYTES = 32;

    /** The stored form; it carries the scheme and a fresh salt ({@code $hmac-sha256$…}). */
    String hash(char[] pin, byte[] pepper);

    /** Compares in constant time; false, too, where the stored form is not of this scheme. */
    boolean verify(char[] pin, String stored, byte[] pepper);
}
