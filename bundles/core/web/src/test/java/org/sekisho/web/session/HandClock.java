package org.sekisho.web.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a hand moves. */
final class HandClock implements InstantSource {

    private Instant now = Instant.parse("2026-04-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
