package org.sekisho.storage.hsql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.hsqldb.Database;
import org.hsqldb.Session;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.jdbc.JDBCDriver;

/** How this database is connected to: by the driver itself, so that neither the password nor the token is in any URL. */
final class HsqlConnections {

    private static final String ACCOUNT = "SEKISHO";

    private final String url;
    private final Properties properties = new Properties();

    /** @param cache rows kept in memory, in KiB; counts when the database is made */
    HsqlConnections(Path base, String password, SealingProvider provider, int cache) {
        url = "jdbc:hsqldb:file:" + base;
        set("user", ACCOUNT);
        set("password", password);
        set("crypt_key", provider.token());
        set("crypt_type", SealingProvider.CIPHER);
        set("crypt_provider", provider.getName());
        set("hsqldb.tx", "mvcc");
        set("hsqldb.write_delay", "false");
        set("hsqldb.lock_file", "false");
        // A memory-mapped file on a full disk is a crash of the JVM, not an exception.
        set("hsqldb.nio_data_file", "false");
        // No checkpoint by itself: it would come in the middle of a sale.
        set("hsqldb.log_size", "0");
        set("hsqldb.full_log_replay", "true");
        set("hsqldb.default_table_type", "cached");
        set("hsqldb.cache_size", Integer.toString(cache));
    }

    private void set(String name, String value) {
        properties.setProperty(name, value);
    }

    /** A connection with auto-commit off. The first one opens the database. */
    Connection connect() throws SQLException {
        Connection connection = JDBCDriver.getConnection(url, (Properties) properties.clone());
        connection.setAutoCommit(false);
        return connection;
    }

    /** HSQLDB's own object behind a connection. */
    static Database database(Connection connection) throws SQLException {
        return ((Session) connection.unwrap(JDBCConnection.class).getSession()).getDatabase();
    }
}
