package com.example.drawer.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.CashDrawerDriver;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.testkit.CashDrawerContract;
import org.sekisho.testkit.RecordingWire;

class StarDrawerTest implements CashDrawerContract {

    @Override
    public CashDrawerDriver driver() {
        return new StarDrawerDriver();
    }

    @Override
    public String kick() {
        return "1b071414" + "07";
    }

    @Test
    void pulseIsInUnitsOfTenMilliseconds() throws Exception {
        RecordingWire wire = new RecordingWire();
        driver().attach(wire, new DeviceSettings(Map.of("pulse", "500"))).open();
        assertThat(wire.written()).isEqualTo("1b073214" + "07");
    }

    @Test
    void pulseThatWouldBurnTheSolenoidIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver().attach(new RecordingWire(), new DeviceSettings(Map.of("pulse", "1270"))))
                .withMessageContaining("10 to 500");
    }
}
