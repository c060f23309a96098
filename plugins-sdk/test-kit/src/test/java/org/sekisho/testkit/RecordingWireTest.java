package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;

class RecordingWireTest {

    private final RecordingWire wire = new RecordingWire();

    @Test
    void whatWasWrittenIsKept() throws DeviceFault {
        wire.write(new byte[] {0x1B, 0x70});
        wire.write(new byte[] {(byte) 0xFA});
        assertThat(wire.written()).isEqualTo("1b70fa");
    }

    @Test
    void answersComeInTheirOrderAndInPieces() throws DeviceFault {
        wire.answer(1, 2, 3).answer(0xFF);
        assertThat(wire.read(2, Duration.ofSeconds(1))).containsExactly(1, 2);
        assertThat(wire.read(9, Duration.ofSeconds(1))).containsExactly(3);
        assertThat(wire.read(9, Duration.ofSeconds(1))).containsExactly(0xFF);
        assertThat(wire.waited()).isZero();
    }

    @Test
    void silenceTakesTheWholeTimeoutOfTheWiresOwnTime() throws DeviceFault {
        assertThat(wire.read(1, Duration.ofMinutes(3))).isEmpty();
        assertThat(wire.waited()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void lateAnswerComesWhenItsTimeHasPassed() throws DeviceFault {
        wire.answer(Duration.ofMillis(700), 6);
        assertThat(wire.read(1, Duration.ofMillis(500))).isEmpty();
        assertThat(wire.read(1, Duration.ofMillis(500))).containsExactly(6);
        assertThat(wire.waited()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void unpluggedWireIsOffline() {
        wire.answer(1).unplug();
        assertThatExceptionOfType(DeviceFault.class)
                .isThrownBy(() -> wire.write(new byte[1]))
                .extracting(DeviceFault::kind)
                .isEqualTo(Kind.OFFLINE);
        assertThatExceptionOfType(DeviceFault.class).isThrownBy(() -> wire.read(1, Duration.ZERO));
    }

    @Test
    void closedWireTakesNothingMore() {
        wire.close();
        assertThat(wire.isClosed()).isTrue();
        assertThatExceptionOfType(DeviceFault.class).isThrownBy(() -> wire.write(new byte[1]));
    }
}
