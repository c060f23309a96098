package org.sekisho.vault.bouncycastle;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.sekisho.api.vault.MasterSecret;

/** How the wrapping key is made from the master secret; its parameters stand in the envelope. */
sealed interface KeyDerivation permits Hkdf, Argon2id {

    int SALT_BYTES = 16;

    /** A derivation with today's parameters and a new salt. */
    static KeyDerivation fresh(MasterSecret.Kind kind, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        return switch (kind) {
            case KEY_FILE -> new Hkdf(hex);
            case PASSPHRASE -> Argon2id.today(hex);
        };
    }

    /** 16 random bytes, in hex. */
    String salt();

    /** Whether it is meant for that kind of secret. */
    boolean suits(MasterSecret.Kind kind);

    /** Name and parameters, for people. */
    String said();

    /** The wrapping key: 32 bytes. */
    WipedKey derive(MasterSecret master);

    /** All parameters as bytes: bound to the wrapped key, so that a changed parameter cannot open it. */
    byte[] binding();
}
