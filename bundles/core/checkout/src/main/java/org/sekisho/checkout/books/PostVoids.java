package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.storage.Transaction;

/** Which receipts were taken back whole, and by which. */
public final class PostVoids {

    private PostVoids() {}

    /** @throws SQLException also when it was taken back already */
    public static void add(Transaction tx, ReceiptNumber receipt, ReceiptNumber by) throws SQLException {
        Sql.bound(
                        tx,
                        "INSERT INTO post_void (lane, receipt_no, by_lane, by_receipt) VALUES (?, ?, ?, ?)",
                        receipt.lane(),
                        receipt.number(),
                        by.lane(),
                        by.number())
                .executeUpdate();
    }

    /** The receipt that took it back. */
    public static Optional<ReceiptNumber> find(Transaction tx, ReceiptNumber receipt) throws SQLException {
        try (ResultSet row = Sql.bound(
                        tx,
                        "SELECT by_lane, by_receipt FROM post_void WHERE lane = ? AND receipt_no = ?",
                        receipt.lane(),
                        receipt.number())
                .executeQuery()) {
            return row.next() ? Optional.of(new ReceiptNumber(row.getString(1), row.getLong(2))) : Optional.empty();
        }
    }
}
