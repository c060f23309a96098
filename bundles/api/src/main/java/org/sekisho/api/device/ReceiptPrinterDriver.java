package org.sekisho.api.device;

/**
 * Makes a printer out of a wire. A plugin registers it as a service with the property {@code driver}, its name in the
 * shop's settings ({@code escpos}).
 */
public interface ReceiptPrinterDriver {

    /** The name of the service property that names a driver. */
    String DRIVER = "driver";

    /**
     * Called anew for every piece of work, so it is light.
     *
     * @throws DeviceFault when the device does not answer as this driver expects
     * @throws IllegalArgumentException when a setting is wrong
     */
    ReceiptPrinter attach(Wire wire, DeviceSettings settings) throws DeviceFault;
}
