package org.sekisho.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One transaction, used by the thread that began it and only until it ends. */
public interface Transaction {

    /** A statement that is prepared once and kept for the next time; do not close it. */
    PreparedStatement prepare(String sql) throws SQLException;

    /** Runs after the commit, in the order given, on the committing thread; not at all when it is rolled back. */
    void afterCommit(Runnable action);

    /** Whether it can look at rows. One that cannot is run again as one that can, from its beginning, once it asks for a statement. */
    default boolean reads() {
        return true;
    }

    /**
     * Changes rows, whatever they are.
     *
     * @param sql with a place for each value
     * @param values strings, ints, longs and dates, in the order of their places
     */
    default void write(String sql, Object... values) throws SQLException {
        bound(sql, values).executeUpdate();
    }

    /**
     * Changes rows, or where there is none does something else.
     *
     * @param orElse takes the same values in the same order
     */
    default void writeOr(String sql, String orElse, Object... values) throws SQLException {
        if (bound(sql, values).executeUpdate() == 0) {
            write(orElse, values);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
