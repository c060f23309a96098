package org.sekisho.checkout.books;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sekisho.storage.Transaction;

/** A prepared statement with its values bound in the order given. */
final class Sql {

    private Sql() {}

    static PreparedStatement bound(Transaction tx, String sql, Object... values) throws SQLException {
        PreparedStatement statement = tx.prepare(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Changes the row that is there, or else makes it. Both statements take the same values in the same order. */
    static void addOrInsert(Transaction tx, String update, String insert, Object... values) throws SQLException {
        tx.writeOr(update, insert, values);
    }
}
