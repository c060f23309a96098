package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FixedClockTest {

    private final FixedClock clock = FixedClock.at("2026-11-22T23:30");

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-22T14:30:00Z"));
        clock.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-22T15:30:00Z"));
        assertThat(clock.storeTime()).isEqualTo(LocalDateTime.parse("2026-11-23T00:30"));
    }

    @Test
    void sameInstantElsewhere() {
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(clock.instant());
        assertThat(clock.withZone(ZoneOffset.UTC).storeTime()).isEqualTo(LocalDateTime.parse("2026-11-22T14:30"));
    }
}
