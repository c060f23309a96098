package com.example.drawer.star;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.CashDrawerDriver;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptPrinterDriver;
import org.sekisho.api.device.Wire;

/** Drawers behind printers that speak Star's line mode; the setting {@code pulse} says for how many milliseconds they are driven. */
@Component(property = ReceiptPrinterDriver.DRIVER + "=star")
public final class StarDrawerDriver implements CashDrawerDriver {

    @Activate
    public StarDrawerDriver() {}

    @Override
    public CashDrawer attach(Wire wire, DeviceSettings settings) {
        settings.allow("pulse");
        int pulse = settings.number("pulse", 200);
        if (pulse < 10 || pulse > 500) {
            throw new IllegalArgumentException("the setting pulse is 10 to 500 milliseconds, not " + pulse);
        }
        return new Drawer(wire, pulse / 10);
    }

    /** {@code ESC BEL n1 n2} sets how long device 1 is driven and then left alone, in units of 10 ms; {@code BEL} drives it. */
    private record Drawer(Wire wire, int pulse) implements CashDrawer {

        @Override
        public void open() throws DeviceFault {
            wire.write(new byte[] {0x1B, 0x07, (byte) pulse, 20, 0x07});
        }

        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }
}
