package org.sekisho.checkout;

import org.sekisho.api.model.ClosedSale;

/** Prints a receipt when the till asks for one by itself. A service; without one the till refuses to print. */
public interface ReceiptPaper {

    /** @throws StepFault when it was not printed, or not whole; the message is shown to the cashier */
    void print(ClosedSale sale, ReceiptMark mark) throws StepFault;
}
