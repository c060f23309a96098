package org.sekisho.devices;

import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.ReceiptDocument;

/** Draws receipts as the virtual printer does, whatever printer is set up. Safe for many threads. */
public interface ReceiptPictures {

    /**
     * A receipt on 80 mm paper.
     *
     * @return a PNG
     * @throws DeviceFault when this Java cannot draw letters
     */
    byte[] png(ReceiptDocument document) throws DeviceFault;
}
