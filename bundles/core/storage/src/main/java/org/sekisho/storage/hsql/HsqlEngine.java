package org.sekisho.storage.hsql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.hsqldb.Database;
import org.hsqldb.HsqlException;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.ahead.AheadLog;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.storage.seal.DatabaseFiles;
import org.sekisho.storage.seal.SealedFiles;
import org.sekisho.storage.sql.Dialect;
import org.sekisho.storage.sql.Engine;

/**
 * HSQLDB in {@code data/} of the home: cached tables, snapshots for readers, everything sealed.
 *
 * <p>A commit costs one flush: its lines go into the log's buffer and, with {@code WRITE DELAY FALSE}, to the disk by one fsync
 * ({@link LogFile} counts them, {@code FlushCountTest} holds it to that). The first commit of each log costs three, which
 * {@link Checkpoint} takes upon itself.
 */
public final class HsqlEngine implements Engine {

    /** A log of this size is written into {@code .data} as soon as nobody waits. */
    private static final long LARGE_LOG = 1 << 20;

    /** One of this size even when the register is never quiet: replaying it would keep the shop waiting after a crash. */
    private static final long HUGE_LOG = 64 << 20;

    private static final System.Logger LOG = System.getLogger(HsqlEngine.class.getName());

    /** Rows kept in memory, in KiB. */
    private static final int CACHE = 32_000;

    private final DatabaseFiles files;
    private final OpenVault vault;
    private final DatabaseLock lock;
    private final SealingProvider provider;
    private final HsqlConnections connections;
    private final SealedFiles sealed;
    private final WatchedFiles watched;
    private final Checkpoint checkpoint;
    private final AheadLog.Disk aheadDisk;
    private List<String> warnings = List.of();
    private @Nullable Database hsqldb;
    private @Nullable AheadLog ahead;

    private HsqlEngine(DatabaseFiles files, OpenVault vault, DatabaseLock lock, Writers disks, int cache) {
        this.files = files;
        this.vault = vault;
        this.lock = lock;
        provider = SealingProvider.register(vault.sealer());
        connections = new HsqlConnections(files.base(), vault.access(), provider, cache);
        sealed = new SealedFiles(files, vault.sealer());
        aheadDisk = disks.ahead();
        watched = new WatchedFiles(files.log(), disks.log());
        checkpoint = new Checkpoint(sealed, watched, files.folder());
    }

    /** @param vault is closed with this engine */
    public static HsqlEngine open(Path home, OpenVault vault) throws StorageFault {
        return open(home, vault, Writers.REAL, CACHE);
    }

    /** What the files are written by; tests count and fail there. */
    record Writers(WatchedFiles.Disk log, AheadLog.Disk ahead) {

        static final Writers REAL = new Writers(AppendedFile::new, AheadLog.Disk.REAL);
    }

    static HsqlEngine open(Path home, OpenVault vault, WatchedFiles.Disk disk, int cache) throws StorageFault {
        return open(home, vault, new Writers(disk, AheadLog.Disk.REAL), cache);
    }

    static HsqlEngine open(Path home, OpenVault vault, Writers disks, int cache) throws StorageFault {
        DatabaseFiles files = new DatabaseFiles(home.resolve("data"));
        try {
            files.make();
        } catch (IOException e) {
            vault.close();
            throw HsqlFaults.of(e, files.folder());
        }
        DatabaseLock lock;
        try {
            lock = DatabaseLock.take(files.folder());
        } catch (StorageFault e) {
            vault.close();
            throw e;
        }
        HsqlEngine engine = new HsqlEngine(files, vault, lock, disks, cache);
        boolean opened = false;
        try {
            engine.open();
            opened = true;
            return engine;
        } finally {
            if (!opened) {
                engine.abandon();
            }
        }
    }

    private void open() throws StorageFault {
        try {
            SealedFiles.Findings found = sealed.check();
            warnings = found.warnings();
            sealed.beginCheckpoint();
            try (Connection first = connections.connect();
                    Statement statement = first.createStatement()) {
                hsqldb = HsqlConnections.database(first);
                if (found.unsealed()) {
                    RowCheck.check(first);
                }
                hsqldb.logger.fileAccess = watched;
                if (found.isNew()) {
                    statement.execute("CREATE CACHED TABLE register_log (begun BIGINT PRIMARY KEY)");
                    statement.executeUpdate("INSERT INTO register_log VALUES (0)");
                    first.commit();
                }
                statement.execute("SET FILES WRITE DELAY FALSE");
                checkpoint(first);
            }
            ahead = AheadLog.open(files, vault.sealer(), aheadDisk);
        } catch (IOException e) {
            throw HsqlFaults.of(e, files.folder());
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    @Override
    public Dialect dialect() {
        return new Dialect("LONGVARCHAR", "LONGVARBINARY", "CREATE CACHED TABLE");
    }

    @Override
    public Connection connect() throws SQLException {
        return connections.connect();
    }

    @Override
    public void confirmCommit() throws StorageFault {
        LogFile log = watched.log();
        IOException failure = log == null ? new IOException("there is no log") : log.confirm();
        if (failure != null) {
            throw HsqlFaults.of(failure, files.folder());
        }
    }

    @Override
    public void beginUnflushed(Connection writer) throws SQLException {
        holdFlushes(true);
    }

    @Override
    public void endUnflushed() {
        holdFlushes(false);
    }

    private void holdFlushes(boolean hold) {
        LogFile log = watched.log();
        if (log != null) {
            log.holdFlushes(hold);
        }
    }

    @Override
    public Optional<AheadLog> ahead() {
        return Optional.ofNullable(ahead);
    }

    @Override
    public StorageFault fault(IOException e) {
        return HsqlFaults.of(e, files.folder());
    }

    @Override
    public StorageFault fault(SQLException e) {
        return HsqlFaults.of(e, files.folder());
    }

    @Override
    public boolean isLost(StorageFault fault) {
        return fault.kind() != StorageFault.Kind.OTHER;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    /** The lock of the folder keeps others away already. */
    @Override
    public void beginMigrations(Connection writer) {}

    @Override
    public void endMigrations(Connection writer) {}

    /** HSQLDB commits at every statement that makes or changes a table; the mark beside the log makes a whole of them. */
    @Override
    public void migrate(Connection writer, Step work) throws SQLException, StorageFault {
        try {
            confirmCommit();
            sealed.beginMigration(logLength());
            work.run();
            writer.commit();
            confirmCommit();
            sealed.endMigration();
        } catch (IOException e) {
            throw HsqlFaults.of(e, files.folder());
        }
    }

    private long logLength() {
        LogFile log = watched.log();
        return log == null ? 0 : log.synced();
    }

    @Override
    public void tidyUp(Connection writer, boolean quiet) throws SQLException, StorageFault {
        LogFile log = watched.log();
        if (log != null && log.length() > (quiet ? LARGE_LOG : HUGE_LOG)) {
            checkpoint(writer);
        }
    }

    @Override
    public void rewrite(Connection writer) throws SQLException, StorageFault {
        checkpoint.rewrite(writer);
        confirmCommit();
    }

    void checkpoint(Connection writer) throws SQLException, StorageFault {
        checkpoint.run(writer);
        confirmCommit();
    }

    @Override
    public void close() throws StorageFault {
        try {
            sealed.beginCheckpoint();
            shutDown(Database.CLOSEMODE_NORMAL);
            sealed.sealClosed();
            if (ahead != null) {
                ahead.clear();
            }
        } catch (IOException | HsqlException e) {
            throw HsqlFaults.of(e, files.folder());
        } finally {
            release();
        }
    }

    /** What HSQLDB still holds must not reach the log later: it is cut back to what was confirmed. */
    @Override
    public void abandon() {
        LogFile log = watched.log();
        try {
            if (log != null) {
                log.fail();
            }
            shutDown(Database.CLOSEMODE_IMMEDIATELY);
            if (log != null) {
                sealed.cutLog(log.synced());
            }
        } catch (IOException | HsqlException e) {
            LOG.log(System.Logger.Level.WARNING, "the failed database did not close: " + e.getMessage());
            LOG.log(System.Logger.Level.DEBUG, "the failed database did not close", e);
        } finally {
            release();
        }
    }

    private void shutDown(int how) {
        if (hsqldb != null) {
            hsqldb.close(how);
        }
    }

    private void release() {
        try {
            if (ahead != null) {
                ahead.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing the ahead log", e);
        }
        provider.close();
        vault.close();
        lock.close();
    }
}
