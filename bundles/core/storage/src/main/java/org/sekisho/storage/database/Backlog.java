package org.sekisho.storage.database;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.storage.ahead.AheadLog;
import org.sekisho.storage.ahead.Changes;
import org.sekisho.storage.ahead.NotAhead;

/**
 * The transactions that are kept while their rows are still to be written. The number of the last one whose rows are is itself a row, of
 * the same commit: after a crash each is written once. Safe for many threads.
 */
final class Backlog {

    /** Its table; made before any other, so that what a crash left is written before tables change. */
    static final Schema SCHEMA = new Schema() {
        @Override
        public String name() {
            return "ahead";
        }

        @Override
        public List<List<String>> steps() {
            return List.of(List.of(
                    "${table} register_ahead (applied BIGINT NOT NULL)", "INSERT INTO register_ahead VALUES (0)"));
        }
    };

    /** Beyond that writers wait until rows are written: what a crash leaves is quickly made up for. */
    private static final int MOST = 500;

    private final AheadLog log;
    private final List<Changes> waiting = new ArrayList<>();
    private long last;

    Backlog(AheadLog log) {
        this.log = log;
    }

    /** What a crash left, from the place where the tables are. */
    synchronized AheadLog.Found find(Transaction tx) throws SQLException, IOException, StorageFault {
        long applied;
        PreparedStatement select = tx.prepare("SELECT applied FROM register_ahead");
        try (ResultSet row = select.executeQuery()) {
            row.next();
            applied = row.getLong(1);
        }
        AheadLog.Found found = log.find(applied);
        waiting.addAll(found.left());
        last = found.last();
        return found;
    }

    /** @throws NotAhead when there is no room */
    synchronized void keep(Changes changes, boolean flush) throws IOException {
        if (waiting.size() >= MOST || !log.append(last + 1, changes, flush)) {
            throw new NotAhead("there is no room");
        }
        last++;
        waiting.add(changes);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Those whose rows are to be written, the oldest first. */
    synchronized Batch batch() {
        return new Batch(List.copyOf(waiting), last);
    }

    /** The rows of a batch are written. */
    synchronized void written(Batch batch) {
        waiting.subList(0, batch.all.size()).clear();
    }

    /** All rows are on the disk. */
    synchronized void forget() {
        if (waiting.isEmpty()) {
            log.forget();
        }
    }

    /** As {@link #forget}, and nothing of them is left in the file. */
    synchronized void clear() throws IOException {
        if (waiting.isEmpty()) {
            log.clear();
        }
    }

    /** @param last the number of its last one */
    record Batch(List<Changes> all, long last) {

        void write(Transaction tx) throws SQLException {
            for (Changes changes : all) {
                changes.carryOut(tx);
            }
            tx.write("UPDATE register_ahead SET applied = ?", last);
        }
    }
}
