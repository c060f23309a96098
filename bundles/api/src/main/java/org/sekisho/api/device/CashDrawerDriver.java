package org.sekisho.api.device;

/**
 * Makes a drawer out of a wire, often the printer's. Registered like {@link ReceiptPrinterDriver}, with the property
 * {@code driver}.
 */
public interface CashDrawerDriver {

    /**
     * Called anew for every piece of work, so it is light.
     *
     * @throws DeviceFault when the device does not answer as this driver expects
     * @throws IllegalArgumentException when a setting is wrong
     */
    CashDrawer attach(Wire wire, DeviceSettings settings) throws DeviceFault;
}
