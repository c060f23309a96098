package org.sekisho.checkout;

import org.sekisho.api.model.ClosedSale;

/**
 * Something that follows a closed sale: its receipt, the drawer. Each is written as open in the sale's own transaction, done after
 * it, and taken up again after a crash. A failure is journalled and shown, and never undoes the sale.
 */
public interface AftermathStep {

    /** A stable name: {@code receipt}, {@code drawer}. */
    String name();

    /** Lower comes first. */
    int order();

    /** Whether this sale needs it. */
    boolean concerns(ClosedSale sale);

    /** Whether it makes sense after a restart: a receipt does, a drawer that opens by itself does not. */
    boolean survivesRestart();

    /**
     * Does it.
     *
     * @param repeat whether it may have been done before
     * @throws Exception when it could not be done; the message is shown to the cashier
     */
    void perform(ClosedSale sale, boolean repeat) throws Exception;
}
