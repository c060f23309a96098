package org.sekisho.checkout;

import java.util.List;
import java.util.Optional;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/**
 * Ringing for practice: by the shop's own items, prices, rules and permissions, and nothing of it ever happened. No totals, no receipt
 * numbers, no drawer, no card terminal, no voucher, no returned goods; the journal has only that somebody practised.
 */
public interface Training {

    /**
     * Begins to practise.
     *
     * @throws CheckoutRefusal when the operator may not sell
     */
    Session train(Operator operator) throws CheckoutRefusal, StorageFault;

    /** One person's practice. One thread at a time. */
    interface Session {

        /** A sale that closes under a number of its own, {@code T-000001}; cards are always approved. */
        OpenSale begin() throws CheckoutRefusal;

        /** Says whether the drawer would open now. */
        void noSale(Optional<Operator> approver, String reason) throws CheckoutRefusal;

        /** Why receipts of this practice were not printed, each once. */
        List<String> notPrinted();

        /** Ends it, and says so in the journal. */
        void end() throws StorageFault;
    }
}
