package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.storage.Transaction;

/** How much of each receipt's lines has come back: on whatever lane of this database it was sold or returned. */
public final class ReturnedGoods {

    private ReturnedGoods() {}

    /** Thousandths by line; lines of which nothing came back are not in it. */
    public static Map<Integer, Long> of(Transaction tx, ReceiptNumber receipt) throws SQLException {
        Map<Integer, Long> gone = new TreeMap<>();
        try (ResultSet rows = Sql.bound(
                        tx,
                        "SELECT line_no, thousandths FROM returned_goods WHERE lane = ? AND receipt_no = ?",
                        receipt.lane(),
                        receipt.number())
                .executeQuery()) {
            while (rows.next()) {
                gone.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return gone;
    }

    /**
     * Writes down that more of a line came back.
     *
     * @param before what had come back when the refund was reckoned
     * @return false when that has changed meanwhile: then nothing was written
     */
    public static boolean take(Transaction tx, ReceiptNumber receipt, int line, long before, long more)
            throws SQLException {
        if (of(tx, receipt).getOrDefault(line, 0L) != before) {
            return false;
        }
        String write = before == 0
                ? "INSERT INTO returned_goods (thousandths, lane, receipt_no, line_no) VALUES (?, ?, ?, ?)"
                : "UPDATE returned_goods SET thousandths = ? WHERE lane = ? AND receipt_no = ? AND line_no = ?";
        Sql.bound(tx, write, before + more, receipt.lane(), receipt.number(), line)
                .executeUpdate();
        return true;
    }
}
