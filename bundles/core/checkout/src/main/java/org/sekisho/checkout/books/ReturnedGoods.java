package org.sekisho.checkout.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.storage.Transaction;

/** How much of each receipt's lines has come back: on whatever lane of this database it was sold or returned. */
public final class ReturnedGoods {

    private static final String DUPLICATE_KEY = "23505";

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
     * Writes down that more of a line came back. The database itself compares: two registers may do this at once.
     *
     * @param before what had come back when the refund was reckoned
     * @return false when that has changed meanwhile: then the transaction must end without a commit
     */
    public static boolean take(Transaction tx, ReceiptNumber receipt, int line, long before, long more)
            throws SQLException {
        return before == 0 ? first(tx, receipt, line, more) : further(tx, receipt, line, before, more);
    }

    private static boolean first(Transaction tx, ReceiptNumber receipt, int line, long taken) throws SQLException {
        PreparedStatement insert = Sql.bound(
                tx,
                "INSERT INTO returned_goods (thousandths, lane, receipt_no, line_no) VALUES (?, ?, ?, ?)",
                taken,
                receipt.lane(),
                receipt.number(),
                line);
        try {
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (DUPLICATE_KEY.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean further(Transaction tx, ReceiptNumber receipt, int line, long before, long more)
            throws SQLException {
        return Sql.bound(
                                tx,
                                "UPDATE returned_goods SET thousandths = ?"
                                        + " WHERE lane = ? AND receipt_no = ? AND line_no = ? AND thousandths = ?",
                                before + more,
                                receipt.lane(),
                                receipt.number(),
                                line,
                                before)
                        .executeUpdate()
                == 1;
    }
}
