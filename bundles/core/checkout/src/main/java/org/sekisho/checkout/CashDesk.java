package org.sekisho.checkout;

import java.util.Map;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/**
 * The cash of this lane's drawer, shift by shift: what a shift begins with, what is put in and taken out beside sales, and what is counted at
 * its end. A shop that opens no shifts sells all the same. Safe for many threads.
 */
public interface CashDesk {

    /** Why cash moves without a sale (UnifiedPOS has no words for it; these are the trade's). */
    enum Movement {
        /** Put in: change from the bank. */
        PAID_IN,
        /** Taken out for the shop: a courier's fee. */
        PAID_OUT,
        /** Taken to the safe. */
        DROP
    }

    /**
     * Begins a shift.
     *
     * @param counted what lies in the drawer
     * @return its number, without gaps within the lane
     * @throws CheckoutRefusal when the operator may not sell, or a shift is open
     */
    long open(Operator operator, Counted counted) throws CheckoutRefusal, StorageFault;

    /**
     * Moves cash: journalled first, then the drawer is opened, where there is one.
     *
     * @param approver who stands by, where the operator may not alone
     * @param reason for people, not empty
     */
    void move(Operator operator, Optional<Operator> approver, Movement movement, Money amount, String reason)
            throws CheckoutRefusal, StorageFault;

    /**
     * Takes what somebody counted. Nothing tells what was expected before the shift is closed; until then it may be counted again, and the
     * journal shows it.
     */
    void count(Operator operator, Counted counted) throws CheckoutRefusal, StorageFault;

    /**
     * Ends the shift that was counted.
     *
     * @param approver who stands by: a difference takes somebody who may approve it, and is not the one who counted
     */
    ShiftReport close(Operator operator, Optional<Operator> approver) throws CheckoutRefusal, StorageFault;

    /**
     * Cash that was counted.
     *
     * @param total all of it
     * @param pieces how many of each denomination, in minor units; empty when only the total is known
     */
    record Counted(Money total, Map<Long, Long> pieces) {

        public Counted {
            pieces = Map.copyOf(pieces);
        }
    }

    /**
     * A shift at its end. Expected = float + in − out − dropped + sales.
     *
     * @param opening the float
     * @param sales cash that sales left in the drawer, less what they paid out
     * @param difference counted − expected
     */
    record ShiftReport(
            long number,
            String operator,
            Money opening,
            Money paidIn,
            Money paidOut,
            Money dropped,
            Money sales,
            Money expected,
            Money counted,
            Money difference) {}
}
