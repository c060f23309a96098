package org.sekisho.publishing;

import java.time.Duration;
import java.time.Instant;

/**
 * What a release says of itself.
 *
 * @param now the time of signing
 * @param timestampLasts how long registers install by it; they sell whatever its age
 * @param above its number is higher than this
 */
public record ReleaseTerms(Instant now, Duration timestampLasts, long above) {

    private static final Duration MONTH = Duration.ofDays(30);

    public static ReleaseTerms usual(Instant now) {
        return new ReleaseTerms(now, MONTH, 0);
    }
}
