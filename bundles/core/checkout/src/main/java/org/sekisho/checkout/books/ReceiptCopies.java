package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.storage.Transaction;

/** How often each receipt was printed again, on whatever lane. */
public final class ReceiptCopies {

    private ReceiptCopies() {}

    /** The number of the next one: given out in the transaction that writes down who asked for it, so that there are no gaps. */
    public static long next(Transaction tx, ReceiptNumber receipt) throws SQLException {
        SaleIndex.lock(tx, receipt); // two lanes may both find no row
        Sql.addOrInsert(
                tx,
                "UPDATE receipt_copy SET copies = copies + 1 WHERE lane = ? AND receipt_no = ?",
                "INSERT INTO receipt_copy (copies, lane, receipt_no) VALUES (1, ?, ?)",
                receipt.lane(),
                receipt.number());
        try (ResultSet row = Sql.bound(
                        tx,
                        "SELECT copies FROM receipt_copy WHERE lane = ? AND receipt_no = ?",
                        receipt.lane(),
                        receipt.number())
                .executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
