package org.sekisho.api.checkout;

import java.util.List;

/**
 * A pure function from an immutable view of an open sale to the discounts it proposes.
 *
 * <p>The register decides: it applies proposals in the order of {@link #order()} and then of the rule's name, never takes
 * a line below zero, and asks again after every change, so a rule keeps no state. A rule that throws is left out of
 * this sale and recorded; the sale goes on. Called on the checkout's thread: it must not wait for anything.
 */
public interface PriceRule {

    /** A stable name, unique among rules; it stands in the journal. */
    String name();

    /** Lower comes first. */
    default int order() {
        return 100;
    }

    List<Adjustment> propose(SaleView sale);
}
