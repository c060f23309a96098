package org.sekisho.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    private final Calibration calibration = Calibration.ofThisMachine();

    private void pass(long millis) {
        calibration.took(
                Argon2Cost.LEAST,
                Duration.ofMillis(millis * Argon2Cost.LEAST.passes()).toNanos());
    }

    private boolean isTooCheap(int passes) {
        return calibration.isTooCheap(Argon2Cost.LEAST.withPasses(passes));
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(calibration.isNew()).isTrue();
        assertThat(calibration.cost()).isEqualTo(Argon2Cost.LEAST);
        assertThat(isTooCheap(2)).isFalse();
        assertThat(isTooCheap(1)).isTrue();
    }

    /** A third of a second on each machine, between a quarter and half a second where two passes take less than that. */
    @ParameterizedTest
    @CsvSource({"1, 64", "5, 64", "10, 32", "20, 16", "45, 7", "100, 3", "150, 2", "200, 2", "1000, 2"})
    void quickerMachinesMakeMorePasses(long millisAPass, int passes) {
        pass(millisAPass);

        assertThat(calibration.cost()).isEqualTo(new Argon2Cost(32 * 1024, passes, 1));
        if (millisAPass >= 5 && millisAPass <= 200) {
            assertThat(passes * millisAPass).isBetween(250L, 500L);
        }
        assertThat(isTooCheap(passes)).isFalse();
    }

    @Test
    void quickestPassCounts() {
        pass(80);
        pass(20);
        pass(300);

        assertThat(calibration.cost().passes()).isEqualTo(16);
    }

    /** A machine that is a little quicker today changes nothing that is stored; one that is twice as quick does. */
    @Test
    void whatTakesLessThanAQuarterOfASecondIsTooCheap() {
        pass(20);

        assertThat(isTooCheap(13)).isFalse();
        assertThat(isTooCheap(12)).isTrue();
        pass(16);
        assertThat(isTooCheap(16)).isFalse();
        pass(10);
        assertThat(isTooCheap(16)).isTrue();
    }

    /** Nothing dearer can be made, so that what is stored is not made anew each day. */
    @Test
    void mostPassesAreNeverTooCheap() {
        pass(1);

        assertThat(isTooCheap(Argon2Cost.MOST_PASSES)).isFalse();
        assertThat(isTooCheap(Argon2Cost.MOST_PASSES - 1)).isTrue();
    }

    /** Less memory fits nearer to the processor: such a hash says nothing about one with more. */
    @Test
    void hashesOfOtherMemorySayNothing() {
        calibration.took(new Argon2Cost(64, 1, 1), 1);

        assertThat(calibration.isNew()).isTrue();
        pass(20);
        assertThat(calibration.isTooCheap(new Argon2Cost(64, 64, 1))).isTrue();
        assertThat(calibration.isTooCheap(new Argon2Cost(64 * 1024, 3, 1))).isFalse();
    }
}
