package org.sekisho.web.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/**
 * The sales of one operator at the page: at most one open. An open sale is for one thread at a time, so whoever works on one holds this
 * object's monitor.
 */
public final class SalesDesk {

    private static final int REMEMBERED = 20;

    private final Checkout checkout;
    private final Map<UUID, ClosedSale> closed = new LinkedHashMap<>();
    private @Nullable OpenSale open;
    private @Nullable ClosedSale last;
    private boolean shut;

    /** Whether the database failed while a tender was taken. */
    private boolean doubtful;

    private boolean paymentUnknown;
    private final AnsweredDeeds deeds = new AnsweredDeeds();
    private final Approvals approvals = new Approvals();

    public SalesDesk(Checkout checkout) {
        this.checkout = checkout;
    }

    /** The open sale; begins one when there is none. */
    public synchronized OpenSale begin(Operator operator) throws CheckoutRefusal, StorageFault {
        Optional<OpenSale> there = open();
        if (there.isPresent()) {
            return there.get();
        }
        if (shut) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OVER);
        }
        OpenSale sale = checkout.begin(operator);
        open = sale;
        return sale;
    }

    public synchronized Optional<OpenSale> open() throws StorageFault {
        settleDoubt();
        return Optional.ofNullable(open);
    }

    /** The last sale that closed here. */
    public synchronized Optional<ClosedSale> last() throws StorageFault {
        settleDoubt();
        return Optional.ofNullable(last);
    }

    /**
     * The open sale, if it is the one that is meant: a page that shows an older one must not change this one.
     *
     * @throws CheckoutRefusal when it is another one, or none is open
     */
    public synchronized OpenSale open(String saleId) throws CheckoutRefusal, StorageFault {
        return open().filter(sale -> sale.id().toString().equals(saleId))
                .orElseThrow(() -> new CheckoutRefusal(Refusal.SALE_IS_OVER));
    }

    /** What a tender does to the open sale. */
    @FunctionalInterface
    public interface Settling {
        Optional<ClosedSale> settle(OpenSale sale) throws CheckoutRefusal, StorageFault;
    }

    /** Takes cash for the open sale, as {@link #settle} does. */
    public synchronized Optional<ClosedSale> tenderCash(String saleId, Money handedOver)
            throws CheckoutRefusal, StorageFault {
        return settle(saleId, sale -> sale.tenderCash(handedOver));
    }

    /**
     * Takes or gives money for the open sale. Asked again about the sale that closed last, it gives that sale: an answer that was lost on its
     * way never makes a second sale.
     *
     * @return the closed sale; empty while something is still due
     */
    public synchronized Optional<ClosedSale> settle(String saleId, Settling step) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> before = last().filter(sale -> sale.id().toString().equals(saleId));
        if (before.isPresent()) {
            return before;
        }
        OpenSale sale = open(saleId);
        try {
            Optional<ClosedSale> done = step.settle(sale);
            paymentUnknown = false;
            done.ifPresent(this::remember);
            return done;
        } catch (CheckoutRefusal e) {
            paymentUnknown = isUnknownAfter(e.refusal());
            throw e;
        } catch (StorageFault e) {
            doubtful = true;
            throw e;
        }
    }

    /** What a refusal says about a card payment; whatever is not about it leaves it as it was. */
    private boolean isUnknownAfter(Refusal refusal) {
        return switch (refusal) {
            case PAYMENT_UNKNOWN -> true;
            case CARD_DECLINED, CARD_TERMINAL_FAILED -> false;
            default -> paymentUnknown;
        };
    }

    /** Whether the open sale waits for the card terminal to say what became of a payment. */
    public synchronized boolean isPaymentUnknown() {
        return open != null && paymentUnknown;
    }

    /** Sets the open sale aside; returns what to recall it by. */
    public synchronized String suspend(String saleId, String reason) throws CheckoutRefusal, StorageFault {
        String id = open(saleId).suspend(reason);
        open = null;
        return id;
    }

    /**
     * Goes on with a sale that was set aside.
     *
     * @throws CheckoutRefusal also when a sale with something in it is open here
     */
    public synchronized OpenSale recall(Operator operator, String suspendedId) throws CheckoutRefusal, StorageFault {
        settleDoubt();
        if (isBusy() || shut) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OPEN, suspendedId);
        }
        OpenSale recalled = checkout.recall(operator, suspendedId);
        abandon("");
        open = recalled;
        return recalled;
    }

    /** What was answered to the deeds of this desk. */
    public AnsweredDeeds deeds() {
        return deeds;
    }

    /** Whose word stands behind which deed of this desk. */
    public Approvals approvals() {
        return approvals;
    }

    /** After a fault only the till can say whether the sale closed: it is asked before anything else happens to it. */
    private void settleDoubt() throws StorageFault {
        OpenSale sale = open;
        if (doubtful && sale != null && sale.totals().due().signum() >= 0) {
            try {
                remember(sale.end());
            } catch (CheckoutRefusal stillOpen) {
                // It did not close: something is due, so ending it was refused and changed nothing.
            }
        }
        doubtful = false;
    }

    private void remember(ClosedSale sale) {
        open = null;
        paymentUnknown = false;
        last = sale;
        closed.put(sale.id(), sale);
        if (closed.size() > REMEMBERED) {
            closed.remove(closed.keySet().iterator().next());
        }
    }

    /** One of the last sales that closed here. */
    public synchronized Optional<ClosedSale> closed(String saleId) {
        return closed.values().stream()
                .filter(sale -> sale.id().toString().equals(saleId))
                .findFirst();
    }

    /** Whether a sale is open that has lines or money in it. */
    public synchronized boolean isBusy() {
        return open != null
                && !(open.totals().lines().isEmpty() && open.totals().tenders().isEmpty());
    }

    /** Voids the open sale, if there is one; where the database fails it stays open. */
    public synchronized void abandon(String reason) throws StorageFault {
        OpenSale sale = open;
        if (sale != null) {
            sale.abandon(reason);
            open = null;
            paymentUnknown = false;
        }
    }

    /** Voids the open sale, if there is one, and begins no other: nobody is there for it any more. */
    public synchronized void shut(String reason) throws StorageFault {
        shut = true;
        abandon(reason);
    }
}
