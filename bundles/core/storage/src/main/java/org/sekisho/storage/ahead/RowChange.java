package org.sekisho.storage.ahead;

import java.sql.SQLException;
import java.util.List;
import org.sekisho.storage.Transaction;

/**
 * A change of rows that looks at none of them.
 *
 * @param sql with a place for each value
 * @param orElse what is done instead where {@code sql} found no row; empty for nothing
 * @param values strings, ints, longs and dates
 */
record RowChange(String sql, String orElse, List<Object> values) {

    RowChange {
        values = List.copyOf(values);
    }

    void carryOut(Transaction tx) throws SQLException {
        if (orElse.isEmpty()) {
            tx.write(sql, values.toArray());
        } else {
            tx.writeOr(sql, orElse, values.toArray());
        }
    }
}
