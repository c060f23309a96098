package org.sekisho.checkout.till;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.storage.StorageFault;

/** How the money of what comes back goes back: as it came, unless somebody who may gives it otherwise. */
final class MoneyBack {

    private final Lane lane;
    private final Ringing ringing;

    MoneyBack(Lane lane, Ringing ringing) {
        this.lane = lane;
        this.ringing = ringing;
    }

    /** A charge of the receipts from which goods come back, of which so much has not gone back yet. */
    Payment refundable(Money amount) throws CheckoutRefusal, StorageFault {
        Money most = lane.money(0);
        for (Map.Entry<Payment, Money> charge : owedToCards().entrySet()) {
            if (amount.compareTo(charge.getValue()) <= 0) {
                return charge.getKey();
            }
            most = charge.getValue().compareTo(most) > 0 ? charge.getValue() : most;
        }
        throw new CheckoutRefusal(Refusal.CARD_REFUND_OUT_OF_RANGE, most, amount);
    }

    /** The charges that paid what comes back, with what of each has not gone back yet. */
    Map<Payment, Money> owedToCards() throws StorageFault {
        List<ReceiptNumber> receipts = ringing.returns().stream()
                .map(line -> line.of().receipt())
                .distinct()
                .toList();
        return receipts.isEmpty()
                ? Map.of()
                : lane.archive().database().read(tx -> {
                    Map<Payment, Money> owed = new LinkedHashMap<>();
                    for (ReceiptNumber receipt : receipts) {
                        for (Payment charge : PaymentBook.charges(tx, receipt)) {
                            owed.put(charge, charge.amount().minus(lane.money(PaymentBook.paidBack(tx, charge.id()))));
                        }
                    }
                    return owed;
                });
    }

    /**
     * Cash goes out for goods that cash had paid. More of it (a card charged for a line that was voided since, a card's or voucher's money)
     * takes the word of somebody who may give it.
     */
    void requireCash(Reckoning so, Tenders tenders, Money change) throws CheckoutRefusal, StorageFault {
        Money out = change.minus(tenders.of(TenderType.CASH, lane.money(0)));
        if (out.signum() <= 0) {
            return;
        }
        Money others = vouchersOfReturns();
        for (Money left : owedToCards().values()) {
            others = others.plus(left);
        }
        Money toCards = tenders.of(TenderType.CARD, lane.money(0)).negate();
        if (toCards.signum() > 0) {
            others = others.plus(toCards);
        }
        Money cash = so.total().negate().minus(others);
        ringing.requireOtherTender(cash.signum() > 0 ? out.minus(cash) : out);
    }

    /** What vouchers paid of the receipts from which goods come back. */
    private Money vouchersOfReturns() {
        return ringing.returns().stream()
                .map(ReturnedLine::sold)
                .map(sold -> sold.receipt())
                .distinct()
                .map(receipt -> Tenders.of(TenderType.VOUCHER, receipt.tenders(), lane.money(0)))
                .reduce(lane.money(0), Money::plus);
    }
}
