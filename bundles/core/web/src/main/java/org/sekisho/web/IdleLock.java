package org.sekisho.web;

import java.time.Duration;
import java.util.Map;

/** After how long without a call the page locks: 15 minutes (PCI DSS 8.2.8), or sooner where the shop wants it; never later. */
final class IdleLock {

    /** The environment variable that names another number of seconds. */
    static final String VARIABLE = "SEKISHO_PAGE_LOCK_SECONDS";

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private IdleLock() {}

    static Duration of(Map<String, String> environment) {
        String seconds = environment.getOrDefault(VARIABLE, "");
        if (!seconds.matches("[1-9][0-9]{0,5}")) {
            return LONGEST;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(seconds));
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }
}
