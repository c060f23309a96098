package org.sekisho.receipts.aftermath;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.terminal.PaymentTerminal;
import org.sekisho.checkout.CardTerminal;
import org.sekisho.devices.Devices;

/** Lends the till the lane's card terminal. */
@Component
public final class LaneTerminal implements CardTerminal {

    private final Devices devices;

    @Activate
    public LaneTerminal(@Reference Devices devices) {
        this.devices = devices;
    }

    @Override
    public PaymentTerminal terminal() {
        return devices.terminal();
    }
}
