package org.sekisho.catalogue.items;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * An import writes its rows under an edition of its own, many transactions long; what it wrote counts from the moment its edition is
 * accepted, which is one row. Of an item's rows those of the highest accepted edition count. An import that never came so far is
 * cancelled by the next one, which clears its rows away.
 *
 * @param accepted by number
 */
record Editions(BitSet accepted) {

    private static final int CANCELLED = -1;
    private static final int BEGUN = 0;
    static final int ACCEPTED = 1;

    static Editions read(Transaction tx) throws SQLException {
        BitSet accepted = new BitSet();
        PreparedStatement select = tx.prepare("SELECT edition FROM item_edition WHERE state = " + ACCEPTED);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                accepted.set(row.getInt(1));
            }
        }
        return new Editions(accepted);
    }

    /** Begins an edition, and cancels any that another import began. */
    static int begin(Transaction tx) throws SQLException {
        tx.prepare("UPDATE item_edition SET state = " + CANCELLED + " WHERE state = " + BEGUN)
                .executeUpdate();
        int next;
        try (ResultSet row = tx.prepare("SELECT MAX(edition) FROM item_edition").executeQuery()) {
            row.next();
            next = row.getInt(1) + 1;
        }
        PreparedStatement insert = tx.prepare("INSERT INTO item_edition (edition, state) VALUES (?, " + BEGUN + ")");
        insert.setInt(1, next);
        insert.executeUpdate();
        return next;
    }

    /** @throws StorageFault when another import cancelled it */
    static void accept(Transaction tx, int edition) throws SQLException, StorageFault {
        PreparedStatement update =
                tx.prepare("UPDATE item_edition SET state = " + ACCEPTED + " WHERE edition = ? AND state = " + BEGUN);
        update.setInt(1, edition);
        if (update.executeUpdate() != 1) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "Another import into this shop's catalogue began meanwhile, so this one was given up. Nothing of it was"
                            + " imported; sales continue. Import again when the other one is done.");
        }
    }

    /** The newest that counts; another one says that the items have changed. */
    int highest() {
        return accepted.length() - 1;
    }

    /** Of one item's rows those that count. */
    List<StoredItem> current(List<ItemTable.Row> rows) {
        int highest = highest(rows);
        return rows.stream()
                .filter(row -> row.edition() == highest)
                .map(ItemTable.Row::item)
                .toList();
    }

    /** Of one item's rows those that will never count any more, as an import of that edition sees it. */
    List<ItemTable.Row> stale(List<ItemTable.Row> rows, int edition) {
        int highest = highest(rows);
        return rows.stream()
                .filter(row -> row.edition() != highest && row.edition() < edition)
                .toList();
    }

    private int highest(List<ItemTable.Row> rows) {
        return rows.stream()
                .mapToInt(ItemTable.Row::edition)
                .filter(accepted::get)
                .max()
                .orElse(-1);
    }
}
