package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.sekisho.api.model.CardSlip;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Tender;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.books.DayFigures;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.payment.CardPayments;
import org.sekisho.checkout.payment.Outcome;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.storage.StorageFault;

/**
 * A sale's turn at the card terminal. A payment is on record before the terminal hears of it, with the sale as it will close; what the
 * terminal says is on record in the transaction that closes the sale. An answer that was lost is asked for: nothing is sent twice.
 */
final class CardTurn {

    private final Lane lane;
    private final Reconciliation reconciliation;
    private final String operator;
    private final Ringing ringing;
    private final Settlement settlement;

    CardTurn(Lane lane, Reconciliation reconciliation, String operator, Ringing ringing, Settlement settlement) {
        this.lane = lane;
        this.reconciliation = reconciliation;
        this.operator = operator;
        this.ringing = ringing;
        this.settlement = settlement;
    }

    Optional<ClosedSale> pay(Payment order, Reckoning so) throws CheckoutRefusal, StorageFault {
        settlement.requireCash(so, settlement.tenders(), lane.money(0));
        reconciliation.turn().lock();
        try {
            reconciliation.requireNone();
            settlement.paying(order);
            Optional<JsonObject> closing = closing(order, so);
            Payment begun = settlement.transact(tx -> {
                ringing.journal(tx);
                lane.totals().add(tx, order.businessDate(), DayFigures.voidedLines(ringing.voidedLines()));
                return lane.payments().begin(tx, order, closing);
            });
            ringing.journalled();
            return heard(begun, lane.payments().carryOut(begun));
        } catch (CardPayments.PaidBack other) {
            settlement.notPaid();
            throw new CheckoutRefusal(Refusal.CARD_REFUND_OUT_OF_RANGE, other.left(), order.amount());
        } finally {
            reconciliation.turn().unlock();
        }
    }

    /** So that it can close without this till; a sale that takes goods back, or vouchers that another may take, has to be looked at anew. */
    private Optional<JsonObject> closing(Payment order, Reckoning so) {
        Tenders all = with(order, Optional.empty());
        boolean alone = all.due(so).isZero()
                && ringing.returns().isEmpty()
                && all.vouchers().findAny().isEmpty();
        return alone ? Optional.of(settlement.closing().record(so, all)) : Optional.empty();
    }

    private Tenders with(Payment order, Optional<CardSlip> slip) {
        Money amount = order.kind() == PaymentOrder.Kind.CHARGE
                ? order.amount()
                : order.amount().negate();
        return settlement.tenders().plus(Tender.card(amount, slip));
    }

    private Optional<ClosedSale> heard(Payment order, Outcome outcome) throws CheckoutRefusal, StorageFault {
        if (outcome.approved()) {
            return paid(order, outcome);
        }
        settlement.transact(tx -> {
            lane.payments().failed(tx, order, outcome, operator);
            return order;
        });
        if (outcome.kind() == Outcome.Kind.LOST) {
            throw Reconciliation.unknown(order);
        }
        settlement.notPaid();
        boolean declined = outcome.kind() == Outcome.Kind.DECLINED;
        throw new CheckoutRefusal(
                declined ? Refusal.CARD_DECLINED : Refusal.CARD_TERMINAL_FAILED, order.amount(), outcome.reason());
    }

    private Optional<ClosedSale> paid(Payment order, Outcome outcome) throws CheckoutRefusal, StorageFault {
        Tenders all = with(
                order,
                Optional.of(
                        new CardSlip(outcome.answer().card(), outcome.answer().reference())));
        Reckoning so = ringing.reckon();
        boolean covered = all.due(so).isZero();
        Optional<ClosedSale> closed;
        try {
            closed = settlement.transact(tx -> {
                lane.payments().approved(tx, order, outcome, operator);
                return covered
                        ? Optional.of(settlement.closing().write(tx, so, ringing.moment(), all, lane.money(0)))
                        : Optional.empty();
            });
        } catch (Closing.Missed other) {
            settlement.transact(tx -> lane.payments().approved(tx, order, outcome, operator));
            settlement.paid(all);
            throw settlement.missed(other);
        }
        settlement.paid(all);
        return closed.map(settlement::closed);
    }

    /**
     * What became of the payment whose end nobody knew: the tables may have it, from a commit that nobody heard of or from somebody who
     * settled it meanwhile; else the terminal is asked.
     */
    Optional<ClosedSale> reconcile(Payment order) throws CheckoutRefusal, StorageFault {
        reconciliation.turn().lock();
        try {
            Optional<Payment> recorded = lane.archive().database().read(tx -> PaymentBook.find(tx, order.id()));
            if (recorded.isEmpty()) {
                settlement.notPaid();
                return Optional.empty();
            }
            ringing.journalled();
            Payment now = recorded.get();
            switch (now.state()) {
                case PENDING, UNKNOWN -> {
                    return heard(now, lane.payments().ask(now));
                }
                case APPROVED -> {
                    return settlement.paidUnheard(with(order, Optional.of(new CardSlip(now.card(), now.reference()))));
                }
                default -> {
                    settlement.notPaid();
                    return Optional.empty();
                }
            }
        } finally {
            reconciliation.turn().unlock();
        }
    }
}
