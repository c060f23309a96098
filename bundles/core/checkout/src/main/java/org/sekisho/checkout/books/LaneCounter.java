package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.Transaction;

/** Numbers without gaps: each is given out in the transaction that uses it, so that one given back is given again. */
public final class LaneCounter {

    private static final String NEXT_RECEIPT = "UPDATE lane_counter SET receipt_no = receipt_no + 1 WHERE lane = ?";

    private final String lane;
    /** The last receipt number that is committed, where that is known. */
    private OptionalLong last = OptionalLong.empty();

    private @Nullable Transaction pendingIn;

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

    /** In a transaction that cannot read it is the one after the last that this register gave out, where that is known. */
    public synchronized long nextReceipt(Transaction tx) throws SQLException {
        if (pendingIn != null) {
            last = OptionalLong.empty(); // that transaction was rolled back, or committed without a chance to say so
        }
        pendingIn = tx;
        long next;
        if (!tx.reads() && last.isPresent()) {
            tx.write(NEXT_RECEIPT, lane);
            next = last.getAsLong() + 1;
        } else {
            next = next(tx, NEXT_RECEIPT, "SELECT receipt_no FROM lane_counter WHERE lane = ?");
        }
        tx.afterCommit(() -> given(tx, next));
        return next;
    }

    private synchronized void given(Transaction tx, long number) {
        if (pendingIn == tx) {
            last = OptionalLong.of(number);
            pendingIn = null;
        }
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
