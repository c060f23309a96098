package org.sekisho.api.identity;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Codes that a secret and the time make, and that live for a moment: an app on an operator's phone shows one, the register works out the
 * same. Who knows a password only has none. Safe for many threads; keeps neither secrets nor codes.
 *
 * <p>The caller zeroes secrets, codes and what is shown of a secret.
 */
public interface OneTimeCodeScheme {

    /** A fresh secret, as random as a key. */
    byte[] newSecret();

    /**
     * The time step that a code belongs to, of the present one and its two neighbours: clocks differ, and people type slowly. Steps count up
     * from 1970. The caller remembers the last step that it took a code of, and takes none of that or an earlier one: a code is good once
     * (RFC 6238, 5.2). Compares in constant time.
     *
     * @param code what somebody typed, whatever that is
     * @return the latest where it belongs to several; empty where it belongs to none
     */
    OptionalLong stepOf(char[] code, byte[] secret, Instant now);

    /** The secret as a person types it into an app that cannot scan. */
    char[] typed(byte[] secret);

    /**
     * The secret as an app takes it whole: {@code otpauth://totp/…}.
     *
     * @param issuer whose register it is, for the list that the app shows
     * @param operator whose secret it is
     */
    char[] uri(byte[] secret, String issuer, String operator);
}
