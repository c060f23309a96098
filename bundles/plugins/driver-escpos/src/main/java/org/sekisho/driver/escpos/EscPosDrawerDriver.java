package org.sekisho.driver.escpos;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.CashDrawerDriver;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptPrinterDriver;
import org.sekisho.api.device.Wire;
import org.sekisho.driver.escpos.PrinterStatus.Speaks;

/** Drawers that hang behind a printer, by the settings {@code pin}, {@code pulse}, {@code kick} and {@code sensor}. */
@Component(property = ReceiptPrinterDriver.DRIVER + "=escpos")
public final class EscPosDrawerDriver implements CashDrawerDriver {

    @Activate
    public EscPosDrawerDriver() {}

    @Override
    public CashDrawer attach(Wire wire, DeviceSettings settings) {
        settings.allow("pin", "pulse", "kick", "sensor");
        int connector = settings.choice("pin", "2", "5").equals("2") ? 0 : 1;
        int pulse = settings.number("pulse", 120);
        if (pulse < 100 || pulse > 500) {
            throw new IllegalArgumentException("the setting pulse is 100 to 500 milliseconds, not " + pulse);
        }
        boolean realtime = settings.choice("kick", "in-turn", "realtime").equals("realtime");
        byte[] kick = realtime ? realtimeKick(connector, pulse) : kick(connector, pulse);
        return new Drawer(wire, kick, settings.choice("sensor", "none", "high-is-open", "low-is-open"));
    }

    /** ESC p m t1 t2: printed in its turn; t counts 2 ms. */
    private static byte[] kick(int connector, int millis) {
        return new byte[] {0x1B, 'p', (byte) connector, (byte) (millis / 2), (byte) 250};
    }

    /** DLE DC4 1 m t: at once, even when the printer is off line; t counts 100 ms. */
    private static byte[] realtimeKick(int connector, int millis) {
        return new byte[] {0x10, 0x14, 1, (byte) connector, (byte) (millis / 100)};
    }

    private static final class Drawer implements CashDrawer {

        private final Wire wire;
        private final byte[] kick;
        private final String sensor;

        Drawer(Wire wire, byte[] kick, String sensor) {
            this.wire = wire;
            this.kick = kick;
            this.sensor = sensor;
        }

        @Override
        public void open() throws DeviceFault {
            wire.write(kick);
        }

        /** Bit 4 of DLE EOT 1 is the level of the connector's pin 3; which level means open is the drawer's own matter. */
        @Override
        public State state() throws DeviceFault {
            if (sensor.equals("none")) {
                return State.UNKNOWN;
            }
            boolean high = (new PrinterStatus(wire, Speaks.REALTIME, Map.of()).ask(1, Kind.OFFLINE) & 0x04) != 0;
            return high == sensor.equals("high-is-open") ? State.OPEN : State.CLOSED;
        }
    }
}
