package org.sekisho.devices.lane;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptPrinter;
import org.sekisho.api.device.Wire;

/** Devices that write what is asked of them in plain words. */
final class Toy {

    private Toy() {}

    static ReceiptPrinter plain(Wire wire, DeviceSettings settings) {
        settings.allow();
        return printer(wire, settings);
    }

    static ReceiptPrinter printer(Wire wire, DeviceSettings ignored) {
        return new ReceiptPrinter() {
            @Override
            public int columns() {
                return 48;
            }

            @Override
            public void print(ReceiptDocument document) throws DeviceFault {
                wire.write("print ".getBytes(US_ASCII));
            }
        };
    }

    static CashDrawer drawer(Wire wire, DeviceSettings ignored) {
        return new CashDrawer() {
            @Override
            public void open() throws DeviceFault {
                wire.write("kick ".getBytes(US_ASCII));
            }

            @Override
            public State state() {
                return State.UNKNOWN;
            }
        };
    }
}
