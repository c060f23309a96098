package org.sekisho.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.sql.Dialect;
import org.sekisho.storage.sql.Engine;

/**
 * PostgreSQL by its own driver. A commit is on the server's disk when it returns, as far as the server's
 * {@code synchronous_commit} and {@code fsync} say so: they are the server's to set.
 */
public final class PostgresEngine implements Engine {

    /** How long a register waits for the server before it says that it is not there, in seconds. */
    private static final int CONNECT_SECONDS = 5;

    /** The number of the advisory lock: "sekisho" in ASCII. */
    private static final long MIGRATIONS = 0x73656b6973686fL;

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    public PostgresEngine(String url) throws StorageFault {
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER, "The setting 'database' in store.json is no jdbc:postgresql: URL.", e);
        }
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("sekisho");
    }

    @Override
    public Dialect dialect() {
        return new Dialect("TEXT", "BYTEA", "CREATE TABLE");
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** The commit itself is the server's word. */
    @Override
    public void confirmCommit() {}

    @Override
    public void beginUnflushed(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit TO OFF");
        }
    }

    /** The setting ended with the transaction. */
    @Override
    public void endUnflushed() {}

    @Override
    public StorageFault fault(SQLException e) {
        return PostgresFaults.of(e, source.getServerNames()[0] + ":" + source.getPortNumbers()[0]);
    }

    @Override
    public boolean isLost(StorageFault fault) {
        return fault.kind() == StorageFault.Kind.UNREACHABLE;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void beginMigrations(Connection writer) throws SQLException {
        advise(writer, "SELECT pg_advisory_lock(" + MIGRATIONS + ")");
    }

    @Override
    public void endMigrations(Connection writer) throws SQLException {
        advise(writer, "SELECT pg_advisory_unlock(" + MIGRATIONS + ")");
    }

    /** The lock is the session's, so it is given back with a lost connection too. */
    private static void advise(Connection writer, String lock) throws SQLException {
        writer.rollback();
        try (Statement statement = writer.createStatement()) {
            statement.execute(lock);
        }
        writer.commit();
    }

    @Override
    public void migrate(Connection writer, Step work) throws SQLException, StorageFault {
        work.run();
        writer.commit();
    }

    @Override
    public void tidyUp(Connection writer, boolean quiet) {}

    @Override
    public void close() {}

    @Override
    public void abandon() {}
}
