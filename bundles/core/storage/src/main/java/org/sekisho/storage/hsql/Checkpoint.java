package org.sekisho.storage.hsql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.seal.SealedFiles;

/**
 * Writes everything from the log into {@code .data}, seals its pages, and begins a new log. HSQLDB reports a checkpoint as done
 * even when it gave up, so it counts only when a new log was begun.
 */
final class Checkpoint {

    private final SealedFiles sealed;
    private final WatchedFiles watched;
    private final Path folder;

    Checkpoint(SealedFiles sealed, WatchedFiles watched, Path folder) {
        this.sealed = sealed;
        this.watched = watched;
        this.folder = folder;
    }

    /** @throws StorageFault when it failed: then the database must be opened anew, from the log that is still there */
    void run(Connection writer) throws SQLException, StorageFault {
        run(writer, "CHECKPOINT");
    }

    /** The same into files that hold nothing of those before: every row is sealed once more. */
    void rewrite(Connection writer) throws SQLException, StorageFault {
        sealed.expectNewPages();
        run(writer, "CHECKPOINT DEFRAG");
    }

    private void run(Connection writer, String how) throws SQLException, StorageFault {
        LogFile before = watched.log();
        try (Statement statement = writer.createStatement()) {
            sealed.beginCheckpoint();
            statement.execute(how);
            LogFile now = watched.log();
            if (now == null || now == before || now.synced() > 0) {
                throw new IOException(
                        Disks.isFull(folder) ? "no space left on device" : "the new files were not written");
            }
            sealed.seal();
        } catch (IOException e) {
            throw HsqlFaults.of(e, folder);
        }
        touch(writer);
    }

    /**
     * The first commit of each log: HSQLDB writes its {@code .properties} with it, two flushes that no sale should wait for, and
     * until then would take the log for superfluous.
     */
    private static void touch(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.executeUpdate("UPDATE register_log SET begun = begun + 1");
        }
        writer.commit();
    }
}
