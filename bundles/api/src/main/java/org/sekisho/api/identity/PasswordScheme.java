package org.sekisho.api.identity;

/**
 * Turns a password into what may be stored, and compares. Slow on purpose; safe for many threads.
 *
 * <p>The caller zeroes the password.
 */
public interface PasswordScheme {

    /** The stored form; it carries the scheme, its parameters and a fresh salt ({@code $argon2id$v=19$…}). */
    String hash(char[] password);

    /** Compares in constant time; false, too, where the stored form is not of this scheme. */
    boolean verify(char[] password, String stored);

    /** Whether the stored form was made with weaker parameters than {@link #hash} uses today. */
    boolean isOutdated(String stored);
}
