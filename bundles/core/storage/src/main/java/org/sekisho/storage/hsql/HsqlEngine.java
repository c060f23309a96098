package org.sekisho.storage.hsql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.hsqldb.jdbc.JDBCDriver;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.storage.sql.Dialect;
import org.sekisho.storage.sql.Engine;

/** HSQLDB in {@code data/} of the home: cached tables, snapshots for readers, one flush a commit, everything sealed. */
public final class HsqlEngine implements Engine {

    private static final String ACCOUNT = "SEKISHO";

    private final Path folder;
    private final OpenVault vault;
    private final DatabaseLock lock;
    private final SealingProvider provider;

    private HsqlEngine(Path folder, OpenVault vault, DatabaseLock lock) {
        this.folder = folder;
        this.vault = vault;
        this.lock = lock;
        this.provider = SealingProvider.register(vault.sealer());
    }

    /** @param vault is closed with this engine */
    public static HsqlEngine open(Path home, OpenVault vault) throws StorageFault {
        Path folder = home.resolve("data");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER, "The folder " + folder + " cannot be made (" + e.getMessage() + ").", e);
        }
        HsqlEngine engine = new HsqlEngine(folder, vault, DatabaseLock.take(folder));
        try (Connection first = engine.connect();
                Statement settings = first.createStatement()) {
            settings.execute("SET FILES WRITE DELAY FALSE");
            return engine;
        } catch (SQLException e) {
            engine.abandon();
            throw engine.fault(e);
        }
    }

    @Override
    public Dialect dialect() {
        return new Dialect("LONGVARCHAR", "LONGVARBINARY", "CREATE CACHED TABLE");
    }

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ACCOUNT);
        properties.setProperty("password", vault.access());
        properties.setProperty("crypt_key", provider.token());
        properties.setProperty("crypt_type", SealingProvider.CIPHER);
        properties.setProperty("crypt_provider", provider.getName());
        properties.setProperty("hsqldb.tx", "mvcc");
        properties.setProperty("hsqldb.write_delay", "false");
        properties.setProperty("hsqldb.lock_file", "false");
        properties.setProperty("hsqldb.nio_data_file", "false");
        properties.setProperty("hsqldb.log_size", "0");
        properties.setProperty("hsqldb.full_log_replay", "true");
        properties.setProperty("hsqldb.default_table_type", "cached");
        Connection connection = JDBCDriver.getConnection("jdbc:hsqldb:file:" + folder.resolve("register"), properties);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void confirmCommit() {}

    @Override
    public StorageFault fault(SQLException e) {
        return HsqlFaults.of(e, folder);
    }

    @Override
    public boolean isLost(StorageFault fault) {
        return fault.kind() != StorageFault.Kind.OTHER;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void migrate(Connection writer, Step work) throws SQLException, StorageFault {
        work.run();
        writer.commit();
    }

    @Override
    public void idle(Connection writer) {}

    @Override
    public void close() throws StorageFault {
        shutDown("SHUTDOWN");
    }

    @Override
    public void abandon() {
        try {
            shutDown("SHUTDOWN IMMEDIATELY");
        } catch (StorageFault e) {
            System.getLogger(HsqlEngine.class.getName()).log(System.Logger.Level.WARNING, "abandoning the database", e);
        }
    }

    private void shutDown(String how) throws StorageFault {
        try (Connection last = connect();
                Statement statement = last.createStatement()) {
            statement.execute(how);
        } catch (SQLException e) {
            throw fault(e);
        } finally {
            provider.close();
            vault.close();
            lock.close();
        }
    }
}
