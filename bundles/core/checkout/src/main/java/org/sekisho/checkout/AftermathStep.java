package org.sekisho.checkout;

import java.util.Optional;
import org.sekisho.api.model.ClosedSale;

/**
 * Something that follows a closed sale: its receipt, the drawer. Each is written as open in the sale's own transaction, done after
 * it by one worker thread, and taken up again after a crash. A failure is journalled and shown, and never undoes the sale.
 */
public interface AftermathStep {

    /** A stable name without spaces: {@code receipt}, {@code drawer}. */
    String name();

    /** Lower comes first. */
    int order();

    /** Whether this sale needs it. Called inside the sale's transaction: it must not wait for anything. */
    boolean concerns(ClosedSale sale);

    /**
     * Whether it still makes sense later: a receipt does, a drawer that opens by itself does not. What does not is tried
     * once, and closed without it after a restart.
     */
    boolean survivesRestart();

    /** The type of the journal entry that says it was done, like {@code ReceiptPrinted}; empty where that needs no entry. */
    default Optional<String> recordedAs() {
        return Optional.empty();
    }

    /**
     * Does it. May take its time; steps take turns on one thread.
     *
     * @param repeat whether it may have been done before
     * @throws StepFault when it could not be done; says whether a part of it may have been
     * @throws Exception taken as a step fault that may have been done in part
     */
    void perform(ClosedSale sale, boolean repeat) throws Exception;
}
