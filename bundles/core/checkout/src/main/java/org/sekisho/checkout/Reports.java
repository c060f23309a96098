package org.sekisho.checkout;

import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** What the drawer and the day should show, from running totals: nothing is scanned. */
public interface Reports {

    /** All since the last Z; changes nothing. */
    TillReport x(Operator operator) throws CheckoutRefusal, StorageFault;

    /**
     * The same as a Z: journalled with its number, which has no gaps, and starts the totals anew in the same transaction. Cannot be
     * undone.
     */
    TillReport z(Operator operator) throws CheckoutRefusal, StorageFault;
}
