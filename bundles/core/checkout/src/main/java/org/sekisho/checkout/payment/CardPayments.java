package org.sekisho.checkout.payment;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.Money;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.api.terminal.PaymentTerminal;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.PaymentState;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.checkout.sale.SaleId;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Journal;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * The lane's orders to its card terminal, each in three steps: on record ({@link #begin}), at the terminal ({@link #carryOut}), on record
 * what it said ({@link #approved}, {@link #failed}). What stays open between them, because a wire or the register broke, is asked about and
 * never sent again unless the terminal says that it never had it. Who uses it holds the lane's turn.
 */
public final class CardPayments {

    private final Journal journal;
    private final String lane;
    private final Terminal terminal;

    /** The sales on this till that still count on what their cards paid. */
    private final Set<UUID> sales = ConcurrentHashMap.newKeySet();

    public CardPayments(Journal journal, String lane, Supplier<@Nullable PaymentTerminal> terminal) {
        this.journal = journal;
        this.lane = lane;
        this.terminal = new Terminal(terminal);
    }

    /** From now on what its cards paid belongs to that sale, until it closes or is given up. */
    public void countedOnBy(UUID sale) {
        sales.add(sale);
    }

    public void givenUpBy(UUID sale) {
        sales.remove(sale);
    }

    /** Whether a sale on this till still counts on it. */
    public boolean isCountedOn(Payment payment) {
        return sales.contains(payment.sale());
    }

    /** A charge, not yet on record. */
    public Payment charge(UUID sale, Money amount, String operator, Instant now, LocalDate businessDate) {
        return order(sale, PaymentOrder.Kind.CHARGE, amount, Optional.empty(), operator, now, businessDate);
    }

    /** Money of a charge that goes back to its card, not yet on record. */
    public Payment refund(
            UUID sale, Money amount, Payment charge, String operator, Instant now, LocalDate businessDate) {
        return order(sale, PaymentOrder.Kind.REFUND, amount, Optional.of(charge), operator, now, businessDate);
    }

    /**
     * Undoes what was approved for a sale that does not close; on record at once, along with that.
     *
     * @return empty when its sale closed after all
     */
    public Optional<Payment> reverse(Transaction tx, Payment done, String operator, Instant now)
            throws SQLException, StorageFault {
        if (!PaymentBook.reverse(tx, done.id())) {
            return Optional.empty();
        }
        Payment reversal = order(
                done.sale(),
                PaymentOrder.Kind.REVERSAL,
                done.amount(),
                Optional.of(done),
                operator,
                now,
                done.businessDate());
        return Optional.of(begin(tx, reversal, Optional.empty()));
    }

    private Payment order(
            UUID sale,
            PaymentOrder.Kind kind,
            Money amount,
            Optional<Payment> of,
            String operator,
            Instant now,
            LocalDate businessDate) {
        return new Payment(
                SaleId.at(now),
                lane,
                sale,
                kind,
                amount,
                of.map(Payment::id),
                of.map(Payment::reference),
                PaymentState.PENDING,
                operator,
                businessDate,
                0,
                0,
                "",
                "");
    }

    /**
     * Puts it on record, before the terminal hears of it.
     *
     * @param closing what the journal will say of the sale that it closes, without number and time
     */
    public Payment begin(Transaction tx, Payment payment, Optional<JsonObject> closing)
            throws SQLException, StorageFault {
        if (payment.kind() == PaymentOrder.Kind.REFUND) {
            requireLeft(tx, payment, payment.of().orElseThrow());
        }
        Entry entry = journal.append(tx, PaymentFacts.started(payment, closing));
        Payment recorded = new Payment(
                payment.id(),
                payment.lane(),
                payment.sale(),
                payment.kind(),
                payment.amount(),
                payment.of(),
                payment.original(),
                payment.state(),
                payment.operator(),
                payment.businessDate(),
                payment.receipt(),
                entry.seq(),
                "",
                "");
        PaymentBook.add(tx, recorded);
        return recorded;
    }

    private static void requireLeft(Transaction tx, Payment refund, UUID charge) throws SQLException {
        PaymentBook.lock(tx, charge);
        Money paid = PaymentBook.find(tx, charge).orElseThrow().amount();
        Money left = paid.minus(Money.of(PaymentBook.paidBack(tx, charge), paid.currency()));
        if (refund.amount().compareTo(left) > 0) {
            throw new PaidBack(left);
        }
    }

    /** Another lane paid the same charge back meanwhile. */
    public static final class PaidBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Money left;

        PaidBack(Money left) {
            super("left of the charge: " + left);
            this.left = left;
        }

        public Money left() {
            return left;
        }
    }

    /** Sends it to the terminal; once. */
    public Outcome carryOut(Payment payment) {
        return terminal.carryOut(payment.order());
    }

    /** Asks the terminal what became of it. */
    public Outcome ask(Payment payment) {
        return terminal.ask(payment.order());
    }

    /** The sale that it closes, as its start in the journal has it, without number and time; empty while more would be due. */
    public Optional<JsonObject> closing(Payment payment) throws StorageFault {
        return journal.find(payment.lane(), payment.recordedAs())
                .map(entry -> entry.payload().getAsJsonObject(PaymentFacts.SALE))
                .map(JsonObject::deepCopy);
    }

    /** Writes down that somebody says what became of it; what follows is written as if the terminal had said so. */
    public Entry settledByHand(
            Transaction tx, Payment payment, Optional<String> reference, String reason, String operator)
            throws SQLException, StorageFault {
        return journal.append(tx, PaymentFacts.settledByHand(payment, reference, PlainText.of(reason), operator));
    }

    /** @return the payment with what the terminal said of it */
    public Payment approved(Transaction tx, Payment payment, Outcome outcome, String operator)
            throws SQLException, StorageFault {
        long receipt = payment.kind() == PaymentOrder.Kind.REVERSAL ? Payment.WITHOUT_RECEIPT : 0;
        PaymentBook.settle(tx, payment.id(), PaymentState.APPROVED, outcome.answer(), receipt);
        journal.append(tx, PaymentFacts.approved(payment, outcome, operator));
        return PaymentBook.find(tx, payment.id()).orElseThrow();
    }

    /** Writes down that it was declined or never done, or that nobody knows; nothing when that is on record already. */
    public void failed(Transaction tx, Payment payment, Outcome outcome, String operator)
            throws SQLException, StorageFault {
        boolean lost = outcome.kind() == Outcome.Kind.LOST;
        if (!lost) {
            PaymentBook.settle(tx, payment.id(), PaymentState.DECLINED, outcome.answer(), Payment.WITHOUT_RECEIPT);
            journal.append(tx, PaymentFacts.declined(payment, outcome, operator));
        } else if (payment.state() != PaymentState.UNKNOWN) {
            PaymentBook.lose(tx, payment.id());
            journal.append(tx, PaymentFacts.unknown(payment, outcome, operator));
        }
    }
}
