package org.sekisho.publishing;

import java.time.Instant;
import java.util.Map;

/**
 * A release that lies where a web server finds it.
 *
 * @param number the version of targets, snapshot and time-stamp
 * @param rootVersion of the root in force
 * @param expiries when each role's document gets too old to install by
 * @param fingerprint to read over the phone
 */
public record Published(long number, int rootVersion, Map<KeyRole, Instant> expiries, String fingerprint) {

    public Published {
        expiries = Map.copyOf(expiries);
    }
}
