package org.sekisho.devices.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.CashDrawer.State;
import org.sekisho.api.device.DeviceSettings;

class VirtualDrawerTest {

    private long millis;
    private final VirtualDrawer drawer = new VirtualDrawer(() -> TimeUnit.MILLISECONDS.toNanos(millis));

    private static DeviceSettings staysOpen(String seconds) {
        return new DeviceSettings(Map.of("staysOpenSeconds", seconds));
    }

    @Test
    void shutsByItself() {
        assertThat(drawer.state()).isEqualTo(State.CLOSED);
        drawer.open();
        millis = 2_999;
        assertThat(drawer.state()).isEqualTo(State.OPEN);
        millis = 3_000;
        assertThat(drawer.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void staysOpenAsLongAsIsSet() {
        drawer.with(staysOpen("60")).open();
        millis = 59_000;
        assertThat(drawer.state()).isEqualTo(State.OPEN);
        drawer.with(staysOpen("0"));
        assertThat(drawer.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> drawer.with(staysOpen("-1")));
        assertThatIllegalArgumentException().isThrownBy(() -> drawer.with(staysOpen("100000")));
        assertThatIllegalArgumentException().isThrownBy(() -> drawer.with(new DeviceSettings(Map.of("colour", "red"))));
    }
}
