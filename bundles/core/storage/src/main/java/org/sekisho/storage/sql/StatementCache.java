package org.sekisho.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** One connection and the statements prepared on it, the least recently used of which goes first. Not safe for threads. */
public final class StatementCache {

    private static final int MOST = 256;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

    public StatementCache(Connection connection) {
        this.connection = connection;
    }

    public Connection connection() {
        return connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement kept = statements.get(sql);
        if (kept != null && !kept.isClosed()) {
            kept.clearParameters();
            return kept;
        }
        PreparedStatement prepared = connection.prepareStatement(sql);
        statements.put(sql, prepared);
        if (statements.size() > MOST) {
            Iterator<PreparedStatement> eldest = statements.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
        return prepared;
    }

    /** Closes the connection and with it the statements; a failure to close is of no interest any more. */
    public void close() {
        statements.clear();
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(StatementCache.class.getName()).log(System.Logger.Level.DEBUG, "closing a connection", e);
        }
    }
}
