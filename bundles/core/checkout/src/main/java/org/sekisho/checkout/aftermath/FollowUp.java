package org.sekisho.checkout.aftermath;

import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;

/** One step that one closed sale waits for. Only the worker changes it, once it is queued. */
final class FollowUp {

    final long receipt;
    final String step;
    final int order;

    /** Whether an earlier run of the register left it open. */
    final boolean leftOpen;

    /** Whether it may have been done before. */
    boolean repeat;

    /** Empty where many wait: then it is read from the journal when its turn comes. */
    @Nullable
    ClosedSale sale;

    FollowUp(long receipt, String step, int order, boolean leftOpen, @Nullable ClosedSale sale) {
        this.receipt = receipt;
        this.step = step;
        this.order = order;
        this.leftOpen = leftOpen;
        this.repeat = leftOpen;
        this.sale = sale;
    }
}
