package org.sekisho.cli;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** The sale that the lines of {@code sekisho ring} are about; the next line after a closed one begins another. */
final class RingSale {

    private final RingDesk desk;
    private final Optional<Operator> approver;
    private final Currency currency;
    private final Set<String> leftOut = new LinkedHashSet<>();
    private @Nullable OpenSale open;
    private Optional<String> suspended = Optional.empty();

    /** Whether the line before closed a sale by itself: END behind it then says what is so already. */
    private boolean closedOne;

    /** @param approver who stands by, signed on */
    RingSale(RingDesk desk, Currency currency, Optional<Operator> approver) {
        this.desk = desk;
        this.approver = approver;
        this.currency = currency;
    }

    boolean isOpen() {
        return open != null;
    }

    /** Does what the line says; the closed sale where it closed one. */
    Optional<ClosedSale> apply(RingLine line) throws CheckoutRefusal, StorageFault, RingParser.BadLine {
        if (line instanceof RingLine.NoSale noSale) {
            desk.noSale(approver, noSale.reason());
            return Optional.empty();
        }
        if (line instanceof RingLine.Recall recall) {
            recall(recall.suspendedId());
            return Optional.empty();
        }
        if (line instanceof RingLine.Suspend suspend) {
            suspended = Optional.of(sale().suspend(suspend.reason()));
            open = null;
            closedOne = false;
            return Optional.empty();
        }
        if (line instanceof RingLine.End && open == null && closedOne) {
            return Optional.empty();
        }
        OpenSale sale = sale();
        Optional<ClosedSale> closed = apply(sale, line);
        if (closed.isPresent()) {
            leftOut.addAll(sale.totals().leftOut());
            open = null;
        }
        closedOne = closed.isPresent();
        return closed;
    }

    private Optional<ClosedSale> apply(OpenSale sale, RingLine line) throws CheckoutRefusal, StorageFault {
        if (line instanceof RingLine.Scan scan) {
            sale.add(scan.code(), scan.quantity(), scan.unit(), scan.price().map(this::money));
        } else if (line instanceof RingLine.VoidLine v) {
            sale.voidLine(v.line());
        } else if (line instanceof RingLine.PercentOff off && off.line().isPresent()) {
            sale.discountLine(off.line().get(), off.percent());
        } else if (line instanceof RingLine.PercentOff off) {
            sale.discountBasket(off.percent());
        } else if (line instanceof RingLine.AmountOff off && off.line().isPresent()) {
            sale.discountLine(off.line().get(), money(off.minor()));
        } else if (line instanceof RingLine.AmountOff off) {
            sale.discountBasket(money(off.minor()));
        } else if (line instanceof RingLine.Cash cash) {
            return sale.tenderCash(money(cash.minor()));
        } else if (line instanceof RingLine.Card card) {
            return sale.tenderCard(money(card.minor()));
        } else if (line instanceof RingLine.Voucher voucher) {
            return sale.tenderVoucher(voucher.code());
        } else if (line instanceof RingLine.RefundCard refund) {
            return sale.refundCard(money(refund.minor()));
        } else if (line instanceof RingLine.GiveBack back) {
            sale.giveBack(back.receipt(), back.line(), back.quantity());
        } else if (line instanceof RingLine.GiveBackUnreceipted back) {
            sale.giveBack(back.code(), back.quantity(), back.price().map(this::money));
        } else if (line instanceof RingLine.PostVoid v) {
            return Optional.of(sale.postVoid(v.receipt(), v.reason()));
        } else if (line instanceof RingLine.OfCustomer customer) {
            sale.customer(customer.id());
        } else if (line instanceof RingLine.RefundCash refund) {
            return sale.refundCash(money(refund.minor()));
        } else if (line instanceof RingLine.End) {
            return Optional.of(sale.end());
        }
        return Optional.empty();
    }

    /** Why each price rule that these sales went on without was left out, once each. */
    Set<String> leftOut() {
        return leftOut;
    }

    void abandon(String reason) throws StorageFault {
        if (open != null) {
            open.abandon(reason);
            open = null;
        }
    }

    /** What the last line set a sale aside under, if it did; told once. */
    Optional<String> suspended() {
        Optional<String> id = suspended;
        suspended = Optional.empty();
        return id;
    }

    private void recall(String suspendedId) throws CheckoutRefusal, StorageFault {
        if (open != null) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OPEN, suspendedId);
        }
        OpenSale sale = desk.recall(suspendedId);
        sale.standBy(approver);
        open = sale;
        closedOne = false;
    }

    private OpenSale sale() throws CheckoutRefusal, StorageFault {
        if (open == null) {
            open = desk.begin();
            open.standBy(approver);
        }
        return open;
    }

    private Money money(long minor) {
        return Money.of(minor, currency);
    }
}
