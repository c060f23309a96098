package org.sekisho.checkout.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.PaymentState;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.books.SaleIndex;
import org.sekisho.checkout.payment.Outcome;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Fact;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * Settles what the lane's card terminal was told and nobody heard the end of. The terminal is asked; an approved charge closes its sale from
 * what the journal kept of it, or is given back where that sale cannot close any more.
 */
final class Reconciliation {

    private final Lane lane;
    private final Database database;
    private final ReentrantLock turn;

    /** @param turn the lane's turn at its terminal */
    Reconciliation(Lane lane, Database database, ReentrantLock turn) {
        this.lane = lane;
        this.database = database;
        this.turn = turn;
    }

    /** What is open, the oldest first: whose end nobody knows, and what cards paid for sales that a kill or a fault ended. */
    List<Payment> open() throws StorageFault {
        return database.read(tx -> PaymentBook.open(tx, lane.name())).stream()
                .filter(payment -> payment.state() != PaymentState.APPROVED
                        || !lane.payments().isCountedOn(payment))
                .toList();
    }

    /** No new order while an old one is open: the customer may be the same, and charged already. */
    void requireNone() throws CheckoutRefusal, StorageFault {
        List<Payment> left = open().isEmpty() ? List.of() : settleAll();
        if (!left.isEmpty()) {
            throw unknown(left.get(0));
        }
    }

    static CheckoutRefusal unknown(Payment payment) {
        return new CheckoutRefusal(Refusal.PAYMENT_UNKNOWN, payment.amount(), payment.id());
    }

    /** The same as a register starts: not while somebody is paying. */
    void settleUnlessBusy() throws StorageFault {
        if (turn.tryLock()) {
            try {
                settleAll();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Asks about everything that is open; what remains so. */
    List<Payment> settleAll() throws StorageFault {
        turn.lock();
        try {
            for (Payment payment : unheard(open())) {
                settle(payment, lane.payments().ask(payment));
            }
            undoStrays();
            return open();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Somebody has looked at the terminal's own slips, because it cannot be asked any more; if it can, what it says counts. Nobody settles
     * what they rang themselves. A reversal that was not done is sent again.
     */
    void settleByHand(UUID id, Optional<String> reference, String reason, String operator)
            throws CheckoutRefusal, StorageFault {
        turn.lock();
        try {
            Payment payment = unheard(open()).stream()
                    .filter(open -> open.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_PAYMENT, id));
            if (payment.operator().equals(operator)) {
                throw new CheckoutRefusal(Refusal.OWN_APPROVAL, operator);
            }
            boolean reversal = payment.kind() == PaymentOrder.Kind.REVERSAL;
            Outcome asked = lane.payments().ask(payment);
            if (asked.kind() != Outcome.Kind.LOST && !(reversal && asked.kind() == Outcome.Kind.DECLINED)) {
                settle(payment, asked);
                return;
            }
            lane.aftermath().transact(tx -> lane.payments().settledByHand(tx, payment, reference, reason, operator));
            Outcome said = Outcome.said(reference, reason);
            if (said.approved() && reversal) {
                finish(payment, said);
            } else {
                settle(payment, said);
            }
        } finally {
            turn.unlock();
        }
    }

    private void settle(Payment payment, Outcome outcome) throws StorageFault {
        if (payment.kind() == PaymentOrder.Kind.REVERSAL) {
            settleReversal(payment, outcome);
        } else if (!outcome.approved()) {
            finish(payment, outcome);
        } else {
            Optional<JsonObject> closing = lane.payments().closing(payment);
            if (closing.isPresent()) {
                close(payment, outcome, closing.get());
            } else if (lane.payments().isCountedOn(payment)) {
                finish(payment, outcome);
            } else {
                giveBack(payment, outcome);
            }
        }
    }

    /** One that the terminal never had is sent now; one that it declined needs somebody who looks at it. */
    private void settleReversal(Payment payment, Outcome asked) throws StorageFault {
        Outcome outcome =
                asked.kind() == Outcome.Kind.NOTHING_DONE ? lane.payments().carryOut(payment) : asked;
        if (outcome.approved()) {
            finish(payment, outcome);
        } else {
            finish(payment, Outcome.lost(outcome.reason()));
        }
    }

    /** Carries reversals out that are on record. */
    void giveBack(List<Payment> reversals) throws StorageFault {
        for (Payment reversal : reversals) {
            settleReversal(reversal, lane.payments().carryOut(reversal));
        }
    }

    private static List<Payment> unheard(List<Payment> open) {
        return open.stream()
                .filter(payment -> payment.state() != PaymentState.APPROVED)
                .toList();
    }

    /** Gives back what was paid for sales that cannot close any more; one with an open payment still may. */
    private void undoStrays() throws StorageFault {
        List<Payment> open = open();
        Set<UUID> mayClose = unheard(open).stream().map(Payment::sale).collect(Collectors.toSet());
        for (Payment payment : open) {
            if (!mayClose.contains(payment.sale())) {
                undo(payment);
            }
        }
    }

    private void undo(Payment approved) throws StorageFault {
        Optional<Payment> reversal = lane.aftermath()
                .transact(tx -> lane.payments()
                        .reverse(tx, approved, approved.operator(), lane.clock().now()));
        giveBack(reversal.stream().toList());
    }

    private void giveBack(Payment payment, Outcome outcome) throws StorageFault {
        Optional<Payment> reversal = lane.aftermath().transact(tx -> {
            Payment done = lane.payments().approved(tx, payment, outcome, payment.operator());
            return lane.payments()
                    .reverse(tx, done, payment.operator(), lane.clock().now());
        });
        giveBack(reversal.stream().toList());
    }

    private void finish(Payment payment, Outcome outcome) throws StorageFault {
        lane.aftermath().transact(tx -> {
            if (outcome.approved()) {
                lane.payments().approved(tx, payment, outcome, payment.operator());
            } else {
                lane.payments().failed(tx, payment, outcome, payment.operator());
            }
            return payment;
        });
    }

    private void close(Payment payment, Outcome outcome, JsonObject closing) throws StorageFault {
        lane.aftermath().transact(tx -> {
            lane.payments().approved(tx, payment, outcome, payment.operator());
            return close(tx, payment, outcome, closing);
        });
    }

    private ClosedSale close(Transaction tx, Payment payment, Outcome outcome, JsonObject closing)
            throws SQLException, StorageFault {
        ReceiptNumber number = new ReceiptNumber(lane.name(), lane.counter().nextReceipt(tx));
        closing.addProperty("receiptNumber", number.toString());
        closing.addProperty("time", SaleJson.time(lane.clock().now()));
        JsonArray tenders = closing.getAsJsonArray("tenders");
        JsonObject card = tenders.get(tenders.size() - 1).getAsJsonObject();
        card.addProperty("card", outcome.answer().card());
        card.addProperty("reference", outcome.answer().reference());
        List<CustomerPoints> customers = lane.points().credit(tx, SaleJson.readCustomers(closing));
        if (!customers.isEmpty()) {
            closing.add(SaleJson.CUSTOMERS, SaleJson.customers(customers));
        }
        Entry entry = lane.journal().append(tx, new Fact("SaleClosed", 1, payment.operator(), closing));
        ClosedSale sale = SaleJson.read(entry.payload());
        if (PaymentBook.close(tx, sale.id(), number.number()) != cards(sale)) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER, "what cards paid for sale " + sale.id() + " was given back already");
        }
        SaleIndex.add(tx, sale, entry.seq());
        lane.shelf().end(tx, sale.id());
        lane.totals().add(tx, sale, 0);
        lane.aftermath().follow(tx, sale);
        return sale;
    }

    private static long cards(ClosedSale sale) {
        return sale.tenders().stream()
                .filter(tender -> tender.type() == TenderType.CARD)
                .count();
    }

    /** The lane's turn at its terminal. */
    ReentrantLock turn() {
        return turn;
    }
}
