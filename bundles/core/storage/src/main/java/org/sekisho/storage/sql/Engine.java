package org.sekisho.storage.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.ahead.AheadLog;

/** One open database, HSQLDB or PostgreSQL. */
public interface Engine extends AutoCloseable {

    /** The types that the words of a {@link org.sekisho.storage.Schema} stand for. */
    Dialect dialect();

    /** A new connection, in no transaction, auto-commit off. */
    Connection connect() throws SQLException;

    /**
     * Returns when what was just committed is on the disk for sure.
     *
     * @throws StorageFault when it may not be: then nothing more can be trusted to this engine, and it must be {@link #abandon}ed
     */
    void confirmCommit() throws StorageFault;

    /** Before a transaction whose commit need not be on the disk when it returns; called on its connection, with none under way. */
    void beginUnflushed(Connection writer) throws SQLException;

    /** After that transaction was committed or rolled back: from now on commits are flushed again, and the next flushes this one too. */
    void endUnflushed();

    /** Where a transaction that only writes is kept until its rows are written; empty for an engine that has no such place. */
    default Optional<AheadLog> ahead() {
        return Optional.empty();
    }

    /** What a failure of that place means, in a sentence. */
    default StorageFault fault(IOException e) {
        return new StorageFault(StorageFault.Kind.OTHER, String.valueOf(e.getMessage()), e);
    }

    /** What an exception of this engine means, in a sentence. */
    StorageFault fault(SQLException e);

    /** Whether the engine or its connection is of no more use after that fault and must be opened anew. */
    boolean isLost(StorageFault fault);

    /** What was noticed when it was opened and somebody should know; sentences. */
    List<String> warnings();

    /** Keeps other registers on the same database from migrating it until {@link #endMigrations}. */
    void beginMigrations(Connection writer) throws SQLException;

    void endMigrations(Connection writer) throws SQLException;

    /** Before and after a step that changes tables: {@code work} happens as a whole or not at all, even through a crash. */
    void migrate(Connection writer, Step work) throws SQLException, StorageFault;

    /**
     * Tidies up; called with no transaction under way.
     *
     * @param quiet whether nobody waits; otherwise it does only what cannot be put off
     */
    void tidyUp(Connection writer, boolean quiet) throws SQLException, StorageFault;

    /**
     * Writes everything that is on the disk anew, so that all of it is sealed as records are sealed now; called with no transaction under way and
     * nothing still to be written. Does nothing where the engine seals nothing.
     */
    default void rewrite(Connection writer) throws SQLException, StorageFault {}

    /** Closes it in order. */
    @Override
    void close() throws StorageFault;

    /** Closes it at once; what is not committed and confirmed is gone. */
    void abandon();

    /** One step of a migration. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException, StorageFault;
    }
}
