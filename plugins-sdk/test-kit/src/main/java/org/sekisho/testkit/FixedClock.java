package org.sekisho.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. For one thread. */
public final class FixedClock extends Clock {

    private static final ZoneId SHOP = ZoneId.of("Asia/Tokyo");

    private final ZoneId zone;
    private Instant now;

    private FixedClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** In a shop in Tokyo, as its own clock shows it: {@code 2026-11-22T18:30}. */
    public static FixedClock at(String storeTime) {
        return new FixedClock(LocalDateTime.parse(storeTime).atZone(SHOP).toInstant(), SHOP);
    }

    public void advance(Duration step) {
        now = now.plus(step);
    }

    /** What the shop's clock shows, as price rules see it. */
    public LocalDateTime storeTime() {
        return LocalDateTime.ofInstant(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same instant elsewhere; it is not moved with this clock. */
    @Override
    public FixedClock withZone(ZoneId other) {
        return new FixedClock(now, other);
    }
}
