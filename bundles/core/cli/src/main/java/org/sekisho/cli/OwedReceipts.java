package org.sekisho.cli;

import java.time.Duration;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.WaitingStep;

/** Tells of what closed sales still wait for, so that nobody looks for a receipt in vain. */
final class OwedReceipts {

    private final Checkout checkout;
    private final Console console;

    OwedReceipts(Checkout checkout, Console console) {
        this.checkout = checkout;
        this.console = console;
    }

    /** Gives the last receipts so much time, and says what is not printed then and why. */
    void await(Duration patience) throws InterruptedException {
        if (!checkout.awaitAftermath(patience)) {
            console.note("ring.not-printed");
            return;
        }
        for (WaitingStep step : checkout.waiting()) {
            console.note("ring.waits", step.receiptNumber(), step.sales(), step.reason());
        }
    }
}
