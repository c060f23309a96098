package org.sekisho.vault.bouncycastle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2idTest {

    private static final String SALT = "00".repeat(16);

    @Test
    void machineThatCanMakesItTakeAQuarterToHalfASecond() {
        for (long micros = 6_000; micros <= 166_000; micros++) {
            long millis = Argon2id.passes(micros * 1_000) * micros / 1_000;
            assertThat(millis).as("at %d us a pass", micros).isBetween(250L, 500L);
        }
    }

    @ParameterizedTest
    @CsvSource({"400000000, 3", "9000000000, 3", "167000000, 3", "1000000, 64", "1, 64"})
    void neverFewerThanTheRfcHasNorWithoutEnd(long nanosAPass, int passes) {
        assertThat(Argon2id.passes(nanosAPass)).isEqualTo(passes);
    }

    @Test
    void todaysParametersAreInBoundsAndTheSameAllDay() {
        Argon2id first = Argon2id.today(SALT);

        assertThat(first.memoryKiB()).isEqualTo(65_536);
        assertThat(first.passes()).isBetween(3, 64);
        assertThat(Argon2id.today(SALT)).isEqualTo(first);
    }
}
