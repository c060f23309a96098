package org.sekisho.cli;

import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.SuspendedSale;
import org.sekisho.storage.StorageFault;

/** Tells of sales that were open when the register died: they are set aside, and whoever may sell goes on with them. */
final class LeftOpen {

    private final Checkout checkout;
    private final Console console;

    LeftOpen(Checkout checkout, Console console) {
        this.checkout = checkout;
        this.console = console;
    }

    void tell() throws StorageFault {
        for (SuspendedSale sale : checkout.takeUpOpen()) {
            console.note("ring.left-open", sale.operator(), sale.id());
        }
    }
}
