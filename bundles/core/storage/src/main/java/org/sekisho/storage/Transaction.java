package org.sekisho.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One transaction, used by the thread that began it and only until it ends. */
public interface Transaction {

    /** A statement that is prepared once and kept for the next time; do not close it. */
    PreparedStatement prepare(String sql) throws SQLException;

    /** Runs after the commit, in the order given, on the committing thread; not at all when it is rolled back. */
    void afterCommit(Runnable action);
}
