package org.sekisho.web.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many through at once and then one each interval. Safe for many threads. */
public final class TokenBucket {

    private final int capacity;
    private final Duration interval;
    private final InstantSource clock;
    private double tokens;
    private Instant filled;

    public TokenBucket(int capacity, Duration interval, InstantSource clock) {
        this.capacity = capacity;
        this.interval = interval;
        this.clock = clock;
        this.tokens = capacity;
        this.filled = clock.instant();
    }

    /**
     * Takes one token.
     *
     * @return 0 when there was one; else the whole seconds until there is
     */
    public synchronized long take() {
        Instant now = clock.instant();
        double gained = Math.max(0, Duration.between(filled, now).toNanos()) / (double) interval.toNanos();
        tokens = Math.min(capacity, tokens + gained);
        filled = now;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil(
                (1 - tokens) * interval.toNanos() / Duration.ofSeconds(1).toNanos()));
    }
}
