package org.sekisho.driver.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.CashDrawer.State;
import org.sekisho.api.device.CashDrawerDriver;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.testkit.CashDrawerContract;

class EscPosDrawerTest implements CashDrawerContract {

    private final PrinterWire wire = new PrinterWire();

    @Override
    public CashDrawerDriver driver() {
        return new EscPosDrawerDriver();
    }

    @Override
    public String kick() {
        return "1b70003cfa";
    }

    @Nested
    class WithSensor implements CashDrawerContract {

        @Override
        public CashDrawerDriver driver() {
            return new EscPosDrawerDriver();
        }

        @Override
        public String kick() {
            return "1014010101";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("sensor", "low-is-open", "kick", "realtime", "pin", "5");
        }
    }

    @Test
    void kickGoesToTheChosenPin() throws Exception {
        drawer(Map.of()).open();
        drawer(Map.of("pin", "5", "pulse", "200")).open();
        drawer(Map.of("kick", "realtime")).open();
        assertThat(HexFormat.of().formatHex(wire.printer.received()))
                .isEqualTo("1b70003cfa" + "1b700164fa" + "1014010001");
        assertThat(wire.printer.paper().kicks()).isEqualTo(3);
    }

    @Test
    void sensorIsReadAsItIsSet() throws Exception {
        assertThat(drawer(Map.of()).state()).isEqualTo(State.UNKNOWN);
        assertThat(drawer(Map.of("sensor", "high-is-open")).state()).isEqualTo(State.CLOSED);
        assertThat(drawer(Map.of("sensor", "low-is-open")).state()).isEqualTo(State.OPEN);
        wire.printer.raisePin3();
        assertThat(drawer(Map.of("sensor", "high-is-open")).state()).isEqualTo(State.OPEN);
    }

    @Test
    void pulseThatWouldBurnTheSolenoidIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawer(Map.of("pulse", "5000")))
                .withMessageContaining("100 to 500");
    }

    private CashDrawer drawer(Map<String, String> options) {
        return new EscPosDrawerDriver().attach(wire, new DeviceSettings(options));
    }
}
