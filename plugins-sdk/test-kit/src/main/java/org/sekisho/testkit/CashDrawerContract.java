package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.CashDrawer.State;
import org.sekisho.api.device.CashDrawerDriver;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.DeviceSettings;

/** What every drawer keeps; a plugin's test implements this and adds what its settings do. */
public interface CashDrawerContract {

    /** The driver, as the register has it: one for all drawers. */
    CashDrawerDriver driver();

    /** In hex, the bytes that open a drawer with {@link #settings()}, as its protocol's document has them. */
    String kick();

    /** What the shop set. */
    default Map<String, String> settings() {
        return Map.of();
    }

    @Test
    default void openingSendsTheKickOnceAndNothingElse() throws DeviceFault {
        RecordingWire wire = new RecordingWire();
        attach(wire).open();
        assertThat(wire.written()).isEqualTo(kick());
    }

    @Test
    default void everyOpeningKicksAnew() throws DeviceFault {
        RecordingWire wire = new RecordingWire();
        CashDrawer drawer = attach(wire);
        drawer.open();
        drawer.open();
        assertThat(wire.written()).isEqualTo(kick() + kick());
    }

    /** It happens before every piece of work, also before a look at the sensor. */
    @Test
    default void attachingOpensNothing() throws DeviceFault {
        RecordingWire wire = new RecordingWire();
        attach(wire);
        assertThat(wire.written()).doesNotContain(kick());
    }

    @Test
    default void lookingAtTheSensorOpensNothing() throws DeviceFault {
        RecordingWire wire = new RecordingWire();
        stateOrFault(attach(wire));
        assertThat(wire.written()).doesNotContain(kick());
    }

    @Test
    default void oneDriverServesTwoDrawers() throws DeviceFault {
        RecordingWire first = new RecordingWire();
        RecordingWire second = new RecordingWire();
        CashDrawer drawer = attach(first);
        attach(second);
        drawer.open();
        assertThat(first.written()).endsWith(kick());
        assertThat(second.written()).doesNotContain(kick());
    }

    @Test
    default void unpluggedDrawerIsAFaultForThePersonAtTheTill() throws DeviceFault {
        RecordingWire wire = new RecordingWire();
        CashDrawer drawer = attach(wire);
        wire.unplug();
        assertThatExceptionOfType(DeviceFault.class)
                .isThrownBy(drawer::open)
                .extracting(DeviceFault::kind)
                .isEqualTo(Kind.OFFLINE);
    }

    /** A register that guesses would raise the alarm of an open drawer, or never raise it. */
    @Test
    default void silentSensorIsNeverGuessed() throws DeviceFault {
        Optional<State> state = stateOrFault(attach(new RecordingWire()));
        assertThat(state.orElse(State.UNKNOWN)).isEqualTo(State.UNKNOWN);
    }

    @Test
    default void silentSensorIsNotAwaitedForLong() throws DeviceFault {
        RecordingWire wire = new RecordingWire();
        stateOrFault(attach(wire));
        assertThat(wire.waited()).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    /** Whatever comes back, it is a state or a {@link DeviceFault}, which the register can deal with. */
    @Test
    default void noiseFromTheSensorIsAStateOrAFault() throws DeviceFault {
        for (int noise = 0; noise < 256; noise++) {
            RecordingWire wire = new RecordingWire().answer(noise).answer(noise, noise, noise, noise);
            stateOrFault(attach(wire))
                    .ifPresent(state -> assertThat(EnumSet.allOf(State.class)).contains(state));
        }
    }

    /** A setting that was misspelt must not be as if nothing had been set. */
    @Test
    default void settingThatItDoesNotKnowIsRefused() {
        Map<String, String> misspelt = new HashMap<>(settings());
        misspelt.put("no-such-setting", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver().attach(new RecordingWire(), new DeviceSettings(misspelt)));
    }

    /** It is the register's, which closes it. */
    @Test
    default void wireIsLeftOpen() throws DeviceFault {
        RecordingWire wire = new RecordingWire();
        CashDrawer drawer = attach(wire);
        stateOrFault(drawer);
        drawer.open();
        assertThat(wire.isClosed()).isFalse();
    }

    private CashDrawer attach(RecordingWire wire) throws DeviceFault {
        return driver().attach(wire, new DeviceSettings(settings()));
    }

    private static Optional<State> stateOrFault(CashDrawer drawer) {
        try {
            return Optional.of(drawer.state());
        } catch (DeviceFault e) {
            return Optional.empty();
        }
    }
}
