package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sekisho.storage.Transaction;

/** Numbers without gaps: each is given out in the transaction that uses it, so that one given back is given again. */
public final class LaneCounter {

    private final String lane;

    public LaneCounter(String lane) {
        this.lane = lane;
    }

    /** Makes the lane's row where there is none, so that the first sale is as quick as the next. */
    public void makeReady(Transaction tx) throws SQLException {
        if (Sql.bound(tx, "UPDATE lane_counter SET receipt_no = receipt_no WHERE lane = ?", lane)
                        .executeUpdate()
                == 0) {
            Sql.bound(tx, "INSERT INTO lane_counter (lane, receipt_no, z_no) VALUES (?, 0, 0)", lane)
                    .executeUpdate();
        }
    }

    /** Until this transaction ends nobody else changes or closes the lane's figures: whoever does holds this row. */
    public void lock(Transaction tx) throws SQLException {
        makeReady(tx);
    }

    public long nextReceipt(Transaction tx) throws SQLException {
        return next(
                tx,
                "UPDATE lane_counter SET receipt_no = receipt_no + 1 WHERE lane = ?",
                "SELECT receipt_no FROM lane_counter WHERE lane = ?");
    }

    public long nextZ(Transaction tx) throws SQLException {
        return next(
                tx,
                "UPDATE lane_counter SET z_no = z_no + 1 WHERE lane = ?",
                "SELECT z_no FROM lane_counter WHERE lane = ?");
    }

    private long next(Transaction tx, String step, String read) throws SQLException {
        if (Sql.bound(tx, step, lane).executeUpdate() == 0) {
            makeReady(tx);
            Sql.bound(tx, step, lane).executeUpdate();
        }
        try (ResultSet row = Sql.bound(tx, read, lane).executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
