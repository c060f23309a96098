package org.sekisho.checkout.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.terminal.PaymentAnswer;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.PaymentState;
import org.sekisho.storage.Transaction;

/** Every order to a card terminal and what is known of it; the journal has the same in full. */
public final class PaymentBook {

    private static final String SELECT =
            "SELECT payment_id, lane, sale_id, kind, amount, currency, of_id, original, state,"
                    + " operator, business_date, receipt_no, journal_seq, card, reference FROM payment WHERE ";

    private PaymentBook() {}

    public static void add(Transaction tx, Payment payment) throws SQLException {
        Sql.bound(
                        tx,
                        "INSERT INTO payment (payment_id, lane, sale_id, kind, amount, currency, of_id, original, state,"
                                + " operator, business_date, receipt_no, journal_seq, card, reference)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        payment.id().toString(),
                        payment.lane(),
                        payment.sale().toString(),
                        payment.kind().name(),
                        payment.amount().minor(),
                        payment.amount().currency().getCurrencyCode(),
                        payment.of().map(UUID::toString).orElse(""),
                        payment.original().orElse(""),
                        payment.state().name(),
                        payment.operator(),
                        payment.businessDate(),
                        payment.receipt(),
                        payment.recordedAs(),
                        payment.card(),
                        payment.reference())
                .executeUpdate();
    }

    /** What became of it; with the receipt of its sale, zero while that is open, or {@link Payment#WITHOUT_RECEIPT}. */
    public static void settle(Transaction tx, UUID id, PaymentState state, PaymentAnswer answer, long receipt)
            throws SQLException {
        Sql.bound(
                        tx,
                        "UPDATE payment SET state = ?, card = ?, reference = ?, receipt_no = ? WHERE payment_id = ?",
                        state.name(),
                        answer.card(),
                        answer.reference(),
                        receipt,
                        id.toString())
                .executeUpdate();
    }

    /** The answer was lost. */
    public static void lose(Transaction tx, UUID id) throws SQLException {
        Sql.bound(tx, "UPDATE payment SET state = 'UNKNOWN' WHERE payment_id = ?", id.toString())
                .executeUpdate();
    }

    /**
     * It will be undone by an order of its own.
     *
     * @return false when its sale closed or it was undone meanwhile: then nothing was written
     */
    public static boolean reverse(Transaction tx, UUID id) throws SQLException {
        return Sql.bound(
                                tx,
                                "UPDATE payment SET state = 'REVERSED', receipt_no = ?"
                                        + " WHERE payment_id = ? AND state = 'APPROVED' AND receipt_no = 0",
                                Payment.WITHOUT_RECEIPT,
                                id.toString())
                        .executeUpdate()
                == 1;
    }

    /** Until this transaction ends nobody else locks it. */
    public static void lock(Transaction tx, UUID id) throws SQLException {
        Sql.bound(tx, "UPDATE payment SET state = state WHERE payment_id = ?", id.toString())
                .executeUpdate();
    }

    /**
     * Part payments get the number of the receipt that the last one closes.
     *
     * @return how many there are
     */
    public static int close(Transaction tx, UUID sale, long receipt) throws SQLException {
        return Sql.bound(
                        tx,
                        "UPDATE payment SET receipt_no = ? WHERE sale_id = ? AND state = 'APPROVED' AND kind <> 'REVERSAL'",
                        receipt,
                        sale.toString())
                .executeUpdate();
    }

    public static Optional<Payment> find(Transaction tx, UUID id) throws SQLException {
        return payments(Sql.bound(tx, SELECT + "payment_id = ?", id.toString())).stream()
                .findFirst();
    }

    /** What was charged or paid back for a sale that has not closed. */
    public static List<Payment> ofSale(Transaction tx, UUID sale) throws SQLException {
        return payments(Sql.bound(
                tx,
                SELECT + "sale_id = ? AND state = 'APPROVED' AND kind <> 'REVERSAL' ORDER BY payment_id",
                sale.toString()));
    }

    /** Those of a lane that are not settled: whose end nobody knows, and approved ones whose sale has not closed. The oldest first. */
    public static List<Payment> open(Transaction tx, String lane) throws SQLException {
        return payments(Sql.bound(tx, SELECT + "lane = ? AND receipt_no = 0 ORDER BY payment_id", lane));
    }

    /** The approved charges that paid a receipt. */
    public static List<Payment> charges(Transaction tx, ReceiptNumber receipt) throws SQLException {
        return payments(Sql.bound(
                tx,
                SELECT + "lane = ? AND receipt_no = ? AND kind = 'CHARGE' AND state = 'APPROVED' ORDER BY payment_id",
                receipt.lane(),
                receipt.number()));
    }

    /** How much of a charge went back to the card, or may have: minor units. */
    public static long paidBack(Transaction tx, UUID charge) throws SQLException {
        try (ResultSet sum = Sql.bound(
                        tx,
                        "SELECT COALESCE(SUM(amount), 0) FROM payment WHERE of_id = ? AND kind = 'REFUND'"
                                + " AND state IN ('PENDING', 'UNKNOWN', 'APPROVED')",
                        charge.toString())
                .executeQuery()) {
            sum.next();
            return sum.getLong(1);
        }
    }

    private static List<Payment> payments(PreparedStatement select) throws SQLException {
        List<Payment> payments = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                payments.add(payment(rows));
            }
        }
        return payments;
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                UUID.fromString(row.getString(3)),
                PaymentOrder.Kind.valueOf(row.getString(4)),
                Money.of(row.getLong(5), Currency.getInstance(row.getString(6))),
                filled(row.getString(7)).map(UUID::fromString),
                filled(row.getString(8)),
                PaymentState.valueOf(row.getString(9)),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                row.getLong(12),
                row.getLong(13),
                row.getString(14),
                row.getString(15));
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
