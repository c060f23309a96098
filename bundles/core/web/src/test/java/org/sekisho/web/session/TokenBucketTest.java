package org.sekisho.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final HandClock clock = new HandClock();
    private final TokenBucket bucket = new TokenBucket(3, Duration.ofSeconds(3), clock);

    private void empty() {
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.take()).isZero();
        }
    }

    @Test
    void beyondItsCapacityItRefusesAndSaysForHowLong() {
        empty();
        assertThat(bucket.take()).isEqualTo(3);
        clock.advance(Duration.ofMillis(1_500));
        assertThat(bucket.take()).isEqualTo(2);
    }

    @Test
    void oneMoreGoesThroughAfterEachInterval() {
        empty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(bucket.take()).isZero();
        assertThat(bucket.take()).isPositive();
    }

    @Test
    void neverHoldsMoreThanItsCapacity() {
        clock.advance(Duration.ofDays(1));
        empty();
        assertThat(bucket.take()).isPositive();
    }

    @Test
    void clockThatWasSetBackGivesNothing() {
        empty();
        clock.advance(Duration.ofDays(-1));
        assertThat(bucket.take()).isPositive();
        clock.advance(Duration.ofSeconds(3));
        assertThat(bucket.take()).isZero();
    }
}
