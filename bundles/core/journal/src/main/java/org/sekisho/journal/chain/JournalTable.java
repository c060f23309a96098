package org.sekisho.journal.chain;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;
import org.sekisho.storage.Transaction;

/** The statements on the journal's table. There is none that changes or removes. */
final class JournalTable {

    /** Rows a page: enough to be quick, few enough that reading never holds up selling or fills the memory. */
    static final int PAGE = 256;

    private JournalTable() {}

    /** @param canonicalPayload as it was hashed */
    static void insert(Transaction tx, Entry entry, String canonicalPayload) throws SQLException {
        tx.write(
                "INSERT INTO journal (" + Row.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.lane(),
                entry.seq(),
                EntryFormat.time(entry.time()),
                entry.type(),
                entry.payload().get("operator").getAsString(),
                entry.payload().get("businessDate").getAsString(),
                canonicalPayload,
                entry.prev(),
                entry.hash());
    }

    /** The newest entry's place and hash. */
    static Head head(Transaction tx, String lane) throws SQLException {
        PreparedStatement select =
                tx.prepare("SELECT seq, entry_hash FROM journal WHERE lane = ? ORDER BY lane DESC, seq DESC LIMIT 1");
        select.setString(1, lane);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getString(2)) : Head.NONE;
        }
    }

    static Optional<Row> find(Transaction tx, String lane, long seq) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT " + Row.COLUMNS + " FROM journal WHERE lane = ? AND seq = ?");
        select.setString(1, lane);
        select.setLong(2, seq);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(Row.of(row)) : Optional.empty();
        }
    }

    /** The lane that follows on {@code lane} in the database's order. */
    static Optional<String> laneAfter(Transaction tx, String lane) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT lane FROM journal WHERE lane > ? ORDER BY lane, seq LIMIT 1");
        select.setString(1, lane);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** At most {@link #PAGE} rows of a lane, those whose sequence is above {@code seq}. */
    static List<Row> page(Transaction tx, String lane, long seq) throws SQLException {
        PreparedStatement select = tx.prepare(
                "SELECT " + Row.COLUMNS + " FROM journal WHERE lane = ? AND seq > ? ORDER BY lane, seq LIMIT " + PAGE);
        select.setString(1, lane);
        select.setLong(2, seq);
        List<Row> page = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                page.add(Row.of(row));
            }
        }
        return page;
    }
}
