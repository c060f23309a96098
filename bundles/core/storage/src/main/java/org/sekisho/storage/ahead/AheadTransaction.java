package org.sekisho.storage.ahead;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.storage.Transaction;

/** A transaction that remembers what it is to change, and can look at nothing. */
public final class AheadTransaction implements Transaction {

    private final List<RowChange> changes = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final Thread thread = Thread.currentThread();
    private boolean ended;

    @Override
    public boolean reads() {
        return false;
    }

    /** @throws NotAhead always: what has to look at a row is no work for this transaction */
    @Override
    public PreparedStatement prepare(String sql) {
        requireOngoing();
        throw new NotAhead("the work reads");
    }

    @Override
    public void write(String sql, Object... values) {
        remember(sql, "", values);
    }

    @Override
    public void writeOr(String sql, String orElse, Object... values) {
        remember(sql, orElse, values);
    }

    private void remember(String sql, String orElse, Object... values) {
        requireOngoing();
        for (Object value : values) {
            if (!Changes.takes(value)) {
                throw new NotAhead("a value of a type that is not kept");
            }
        }
        changes.add(new RowChange(sql, orElse, List.of(values)));
    }

    @Override
    public void afterCommit(Runnable action) {
        requireOngoing();
        afterwards.add(action);
    }

    /** Ends it: from now on it refuses everything. */
    public Changes end() {
        ended = true;
        return new Changes(changes);
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
