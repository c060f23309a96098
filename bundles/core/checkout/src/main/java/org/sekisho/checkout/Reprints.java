package org.sekisho.checkout;

import java.util.Optional;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** Receipts that are printed once more. Safe for many threads. */
public interface Reprints {

    /**
     * Prints a receipt of any lane again, from the journal's own entry. Each has the next number of its receipt, and is journalled before it
     * is printed: one that the printer failed at keeps its number.
     *
     * @param approver who stands by, where the operator may not alone
     * @param reason for people; may be empty
     * @throws CheckoutRefusal when neither may, there is no such receipt, or it was not printed
     */
    Reprint reprint(Operator operator, Optional<Operator> approver, ReceiptNumber receipt, String reason)
            throws CheckoutRefusal, StorageFault;

    /** What was printed. */
    record Reprint(ClosedSale sale, ReceiptMark mark) {}
}
