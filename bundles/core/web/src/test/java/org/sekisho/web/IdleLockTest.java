package org.sekisho.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdleLockTest {

    private static Duration of(String seconds) {
        return IdleLock.of(Map.of(IdleLock.VARIABLE, seconds));
    }

    @Test
    void shopMayLockSooner() {
        assertThat(of("60")).isEqualTo(Duration.ofSeconds(60));
        assertThat(IdleLock.of(Map.of())).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "901", "999999", "9999999999", "1h", "never"})
    void nothingMakesItLockLater(String seconds) {
        assertThat(of(seconds)).isEqualTo(Duration.ofMinutes(15));
    }
}
