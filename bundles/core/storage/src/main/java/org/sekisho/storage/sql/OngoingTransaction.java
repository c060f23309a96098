package org.sekisho.storage.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.storage.Transaction;

/** One transaction on one connection; of no use once it has ended. */
public final class OngoingTransaction implements Transaction {

    private final StatementCache statements;
    private final boolean writing;
    private final Thread thread = Thread.currentThread();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean ended;

    public OngoingTransaction(StatementCache statements, boolean writing) {
        this.statements = statements;
        this.writing = writing;
    }

    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        requireOngoing();
        return statements.prepare(sql);
    }

    @Override
    public void afterCommit(Runnable action) {
        requireOngoing();
        if (!writing) {
            throw new IllegalStateException("a read commits nothing");
        }
        afterwards.add(action);
    }

    /** Ends it: from now on it refuses everything. */
    public void end() {
        ended = true;
    }

    /** What was to run after the commit, in order. */
    public List<Runnable> afterwards() {
        return List.copyOf(afterwards);
    }

    private void requireOngoing() {
        if (ended || thread != Thread.currentThread()) {
            throw new IllegalStateException("a transaction belongs to its own thread, until it ends");
        }
    }
}
