package org.sekisho.api.vault;

import java.nio.file.Path;

/**
 * Makes the master secret with a key that never leaves a token (PKCS #11): what is stolen without the token opens nothing. Only storage calls
 * it. Safe for many threads.
 */
public interface MasterToken {

    /** How long a challenge is, in bytes. */
    int CHALLENGE_BYTES = 48;

    /**
     * Makes the token's key where there is none yet.
     *
     * @param configuration of Java's SunPKCS11: names the token's library and slot
     * @param pin the caller zeroes it
     * @throws VaultFault when the token is not there, refuses the PIN, or cannot make the key
     */
    void prepare(Path configuration, char[] pin) throws VaultFault;

    /**
     * What the token's key makes of a challenge: the same each time, and nothing that anybody else could work out.
     *
     * @param challenge {@link #CHALLENGE_BYTES} random bytes, kept beside the data
     * @param pin the caller zeroes it
     * @return 32 bytes, the caller's
     * @throws VaultFault when the token or its key is not there, or it refuses the PIN
     */
    byte[] secret(Path configuration, char[] pin, byte[] challenge) throws VaultFault;
}
