package org.sekisho.checkout.till;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sekisho.checkout.books.OpenSales;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * One open sale as the database has it, or will have it in a moment: a scan does not wait until it is written down, and scans that follow
 * quickly are written down together. What is on record changes in a writer's turn only. Safe for many threads.
 */
final class KeptSale {

    private final Database database;
    private final OpenSales table;
    private final Executor soon;
    private final UUID id;
    /** What is to be written. */
    private @Nullable State latest;

    private boolean queued;
    /** Empty where nobody knows. */
    private Optional<Map<Integer, String>> onRecord;

    /**
     * @param soon carries out what no scan waits for
     * @param onRecord the parts of it that the database has
     */
    KeptSale(Database database, OpenSales table, Executor soon, UUID id, Map<Integer, String> onRecord) {
        this.database = database;
        this.table = table;
        this.soon = soon;
        this.id = id;
        this.onRecord = Optional.of(onRecord);
    }

    /** Keeps it so, soon. */
    void save(RungState state, String operator) {
        boolean first;
        synchronized (this) {
            latest = new State(state, operator);
            first = !queued;
            queued = true;
        }
        if (first) {
            soon.execute(this::write);
        }
    }

    /** Keeps it so now, on the disk when this returns: money changed hands. */
    void saveForSure(RungState state, String operator) throws StorageFault {
        database.transact(tx -> {
            dropped();
            write(tx, state.parts(operator));
            return id;
        });
    }

    /** A till that cannot keep it goes on: what the database says of that is heard when the sale closes. */
    void write() {
        if (!isDue()) {
            return;
        }
        try {
            database.transactUnflushed(tx -> {
                State state = taken();
                if (state != null) {
                    write(tx, state.sale.parts(state.operator));
                }
                return id;
            });
        } catch (StorageFault e) {
            System.getLogger(KeptSale.class.getName())
                    .log(System.Logger.Level.DEBUG, "an open sale was not kept: " + e.getMessage());
        }
    }

    private synchronized boolean isDue() {
        queued = false;
        return latest != null;
    }

    private synchronized @Nullable State taken() {
        State state = latest;
        latest = null;
        return state;
    }

    private synchronized void dropped() {
        latest = null;
    }

    private void write(Transaction tx, Map<Integer, String> now) throws SQLException {
        Optional<Map<Integer, String>> before = doubt();
        if (before.isEmpty()) {
            table.remove(tx, id);
        }
        table.write(tx, id, before.orElse(Map.of()), now);
        tx.afterCommit(() -> stands(now));
    }

    private synchronized Optional<Map<Integer, String>> doubt() {
        Optional<Map<Integer, String>> before = onRecord;
        onRecord = Optional.empty();
        return before;
    }

    private synchronized void stands(Map<Integer, String> now) {
        onRecord = Optional.of(now);
    }

    /** Takes it off the record with this transaction, and writes no more of it unless it is saved again. */
    void end(Transaction tx) throws SQLException {
        dropped();
        Optional<Map<Integer, String>> before = doubt();
        if (before.isEmpty() || !before.get().isEmpty()) {
            table.remove(tx, id);
        }
        tx.afterCommit(() -> stands(Map.of()));
    }

    private record State(RungState sale, String operator) {}
}
