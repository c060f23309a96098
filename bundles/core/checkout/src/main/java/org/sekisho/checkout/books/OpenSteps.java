package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.storage.Transaction;

/** What closed sales of one lane still wait for, by receipt number; a sale that waits for nothing has no row. */
public final class OpenSteps {

    private final String lane;

    public OpenSteps(String lane) {
        this.lane = lane;
    }

    public void open(Transaction tx, long receipt, Collection<String> steps) throws SQLException {
        tx.write(
                "INSERT INTO open_step (lane, receipt_no, steps) VALUES (?, ?, ?)",
                lane,
                receipt,
                String.join(" ", steps));
    }

    /** @param left the steps that are still open */
    public void update(Transaction tx, long receipt, Collection<String> left) throws SQLException {
        if (left.isEmpty()) {
            tx.write("DELETE FROM open_step WHERE lane = ? AND receipt_no = ?", lane, receipt);
        } else {
            tx.write(
                    "UPDATE open_step SET steps = ? WHERE lane = ? AND receipt_no = ?",
                    String.join(" ", left),
                    lane,
                    receipt);
        }
    }

    /** The names of open steps by rising receipt number. */
    public SortedMap<Long, List<String>> all(Transaction tx) throws SQLException {
        SortedMap<Long, List<String>> open = new TreeMap<>();
        try (ResultSet rows = Sql.bound(tx, "SELECT receipt_no, steps FROM open_step WHERE lane = ?", lane)
                .executeQuery()) {
            while (rows.next()) {
                open.put(rows.getLong(1), List.of(rows.getString(2).split(" ")));
            }
        }
        return open;
    }
}
