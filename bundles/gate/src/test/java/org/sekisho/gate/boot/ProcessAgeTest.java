package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessAgeTest {

    @Test
    void isTheDifferenceOfTheKernelsTwoCounts() {
        String stat = "77 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 1234 20 21";
        assertThat(ProcessAge.nanos(stat, "15.61 9.00\n")).isEqualTo(3_270_000_000L);
        assertThat(ProcessAge.nanos(stat, "12.00 9.00\n")).isZero();
    }

    @Test
    void growsAsThisProcessRuns() throws InterruptedException {
        long before = ProcessAge.nanos();
        Thread.sleep(200);
        assertThat(ProcessAge.nanos() - before).isBetween(180_000_000L, 5_000_000_000L);
    }
}
