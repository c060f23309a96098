package org.sekisho.antivirus.clamd;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends the canary before the first scan, after every change of engine or signatures, and every quarter of an hour. */
final class CanaryWatch {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final int size;
    private final Clock clock;
    private String foundBy = "";
    private Instant foundAt = Instant.EPOCH;

    CanaryWatch(int size, Clock clock) {
        this.size = size;
        this.clock = clock;
    }

    /** Why the engine is degraded; empty where it finds the canary. A missed canary is sent again the next time. */
    synchronized Optional<String> degradation(Clamd clamd, String engine) throws IOException {
        Instant now = clock.instant();
        boolean fresh = engine.equals(foundBy) && !now.isBefore(foundAt) && now.isBefore(foundAt.plus(FRESH));
        if (fresh) {
            return Optional.empty();
        }
        Reply reply = clamd.scan(Canary.ofSize(size));
        if (reply instanceof Reply.Found) {
            foundBy = engine;
            foundAt = now;
            return Optional.empty();
        }
        String size = "in a file of " + this.size + " bytes";
        if (reply instanceof Reply.LimitExceeded limit) {
            return Optional.of("clamd takes no such large file (" + limit.text() + ") " + size);
        }
        return Optional.of("clamd missed the test file " + size);
    }
}
