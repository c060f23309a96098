package org.sekisho.api.terminal;

import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.Wire;

/** Makes a card terminal out of a wire. Registered like {@link org.sekisho.api.device.ReceiptPrinterDriver}, with the property {@code driver}. */
public interface PaymentTerminalDriver {

    /**
     * Called anew for every piece of work, so it is light.
     *
     * @throws DeviceFault when the device does not answer as this driver expects
     * @throws IllegalArgumentException when a setting is wrong
     */
    PaymentTerminal attach(Wire wire, DeviceSettings settings) throws DeviceFault;
}
