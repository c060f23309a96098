package org.sekisho.storage.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.Database.Work;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.ahead.AheadLog;
import org.sekisho.storage.ahead.AheadTransaction;
import org.sekisho.storage.ahead.Changes;
import org.sekisho.storage.ahead.NotAhead;
import org.sekisho.storage.sql.Engine;
import org.sekisho.storage.sql.Migrations;
import org.sekisho.storage.sql.OngoingTransaction;
import org.sekisho.storage.sql.StatementCache;

/**
 * An open engine with its one writer and its readers. When a commit fails, nobody can say what the engine still holds of it: then it
 * is lost as a whole, and the next use opens it anew from what is on the disk.
 */
final class OpenDatabase {

    private final Engine engine;
    private final StatementCache writer;
    private final ConcurrentLinkedQueue<StatementCache> readers = new ConcurrentLinkedQueue<>();
    /** Held for writing while a commit is under way: an engine may show its rows before they are on the disk. */
    private final ReadWriteLock commits = new ReentrantReadWriteLock();

    private final @Nullable Backlog backlog;
    private final List<String> warnings;
    private boolean recovered;
    private volatile boolean lost;

    OpenDatabase(Engine engine) throws StorageFault {
        this.engine = engine;
        backlog = engine.ahead().map(Backlog::new).orElse(null);
        warnings = new ArrayList<>(engine.warnings());
        try {
            writer = new StatementCache(engine.connect());
        } catch (SQLException e) {
            engine.abandon();
            throw engine.fault(e);
        }
    }

    boolean isLost() {
        return lost;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Applies new schemas; before that it writes all rows that are still to be written, of this run and of one that crashed. */
    void migrate(Collection<Schema> schemas) throws StorageFault {
        boolean done = false;
        try {
            if (backlog != null && !recovered) {
                new Migrations(engine, writer.connection(), Clock.systemUTC()).apply(List.of(Backlog.SCHEMA));
                recover(backlog);
                recovered = true;
            }
            drain();
            new Migrations(engine, writer.connection(), Clock.systemUTC()).apply(schemas);
            done = true;
        } catch (SQLException e) {
            throw engine.fault(e);
        } finally {
            lost = !done;
        }
    }

    private void recover(Backlog rows) throws StorageFault {
        AheadLog.Found found = run(
                tx -> {
                    try {
                        return rows.find(tx);
                    } catch (IOException e) {
                        throw engine.fault(e);
                    }
                },
                afterwards -> {});
        if (!found.torn().isEmpty()) {
            warnings.add(found.torn());
        }
        Backlog.Batch left = rows.batch();
        run(
                tx -> {
                    left.write(tx);
                    return left;
                },
                afterwards -> {});
        rows.written(left);
        rows.forget();
    }

    /** Whether rows are still to be written. */
    boolean isBehind() {
        return backlog != null && !backlog.isEmpty();
    }

    /** Writes the rows that are still to be written; whoever calls this has the writer's connection to itself. */
    void drain() throws StorageFault {
        if (!isBehind()) {
            return;
        }
        Backlog.Batch batch = Objects.requireNonNull(backlog).batch();
        transactUnflushed(
                tx -> {
                    batch.write(tx);
                    return batch;
                },
                afterwards -> {});
        backlog.written(batch);
    }

    /**
     * Runs work that only writes, and keeps what it writes; the caller runs the transaction's afterwards.
     *
     * @param flush whether it is on the disk when this returns
     * @throws NotAhead when it has to be done by {@link #transact}
     */
    <T> T transactAhead(Work<T> work, boolean flush, Consumer<List<Runnable>> holder) throws StorageFault {
        Backlog rows = backlog;
        if (rows == null) {
            throw new NotAhead("the engine has no place for it");
        }
        AheadTransaction tx = new AheadTransaction();
        T result;
        Changes changes;
        try {
            result = work.in(tx);
        } catch (SQLException e) {
            throw engine.fault(e);
        } finally {
            changes = tx.end();
        }
        try {
            rows.keep(changes, flush);
        } catch (IOException e) {
            lost = true;
            throw engine.fault(e);
        }
        holder.accept(tx.afterwards());
        return result;
    }

    /** Runs and commits; the caller runs the transaction's afterwards. */
    <T> T transact(Work<T> work, Consumer<List<Runnable>> holder) throws StorageFault {
        T result = run(work, holder);
        if (backlog != null) {
            backlog.forget();
        }
        return result;
    }

    private <T> T run(Work<T> work, Consumer<List<Runnable>> holder) throws StorageFault {
        OngoingTransaction tx = new OngoingTransaction(writer, true);
        boolean committed = false;
        try {
            T result = work.in(tx);
            tx.end();
            commit();
            committed = true;
            holder.accept(tx.afterwards());
            return result;
        } catch (SQLException e) {
            throw noted(engine.fault(e));
        } finally {
            tx.end();
            if (!committed) {
                rollback();
            }
        }
    }

    /** The same without waiting for the disk. */
    <T> T transactUnflushed(Work<T> work, Consumer<List<Runnable>> holder) throws StorageFault {
        try {
            engine.beginUnflushed(writer.connection());
        } catch (SQLException e) {
            rollback();
            throw noted(engine.fault(e));
        }
        try {
            return run(work, holder);
        } finally {
            engine.endUnflushed();
        }
    }

    private void commit() throws StorageFault {
        commits.writeLock().lock();
        boolean confirmed = false;
        try {
            writer.connection().commit();
            engine.confirmCommit();
            confirmed = true;
        } catch (SQLException e) {
            throw engine.fault(e);
        } finally {
            if (!confirmed) {
                lost = true;
            }
            commits.writeLock().unlock();
        }
    }

    private void rollback() {
        if (lost) {
            return;
        }
        try {
            writer.connection().rollback();
        } catch (SQLException e) {
            lost = true;
        }
    }

    <T> T read(Work<T> work) throws StorageFault {
        StatementCache reader = null;
        OngoingTransaction tx = null;
        try {
            reader = reader();
            tx = new OngoingTransaction(reader, false);
            T result = work.in(tx);
            reader.connection().rollback();
            requireDurable();
            readers.add(reader);
            reader = null;
            return result;
        } catch (SQLException e) {
            throw noted(engine.fault(e));
        } finally {
            if (tx != null) {
                tx.end();
            }
            if (reader != null) {
                reader.close();
            }
        }
    }

    private StatementCache reader() throws SQLException {
        StatementCache kept = readers.poll();
        if (kept != null) {
            return kept;
        }
        Connection connection = engine.connect();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new StatementCache(connection);
    }

    /** What was read may be of a commit that is still on its way to the disk: wait for it, and refuse the answer if it failed. */
    private void requireDurable() throws StorageFault {
        commits.readLock().lock();
        try {
            if (lost) {
                throw new StorageFault(
                        StorageFault.Kind.OTHER,
                        "The database is being opened anew after a failed write. Nothing was changed: ask again.");
            }
        } finally {
            commits.readLock().unlock();
        }
    }

    private StorageFault noted(StorageFault fault) {
        if (engine.isLost(fault)) {
            lost = true;
        }
        return fault;
    }

    /**
     * Flushes the rows that nobody waited for, and tidies up; an engine that cannot do that is opened anew at the next use. Whoever calls
     * this has the writer's connection to itself.
     */
    void tidyUp(boolean quiet) throws StorageFault {
        boolean done = false;
        try {
            drain();
            engine.confirmCommit();
            if (backlog != null) {
                backlog.forget();
            }
            engine.tidyUp(writer.connection(), quiet);
            done = true;
        } catch (SQLException e) {
            throw engine.fault(e);
        } finally {
            lost = lost || !done;
        }
    }

    /** Writes everything anew but for what is kept ahead. Whoever calls this has the writer's connection to itself. */
    void rewrite() throws StorageFault {
        boolean done = false;
        try {
            drain();
            engine.confirmCommit();
            engine.rewrite(writer.connection());
            done = true;
        } catch (SQLException e) {
            throw engine.fault(e);
        } finally {
            lost = lost || !done;
        }
    }

    /** Leaves nothing of what was kept ahead of its rows. Nobody else writes meanwhile. */
    void clearAhead() throws StorageFault {
        boolean done = false;
        try {
            drain();
            engine.confirmCommit();
            if (backlog != null) {
                backlog.clear();
            }
            done = true;
        } catch (IOException e) {
            throw engine.fault(e);
        } finally {
            lost = lost || !done;
        }
    }

    void close() throws StorageFault {
        try {
            if (!lost) {
                drain();
            }
        } catch (StorageFault e) {
            lost = true; // it is still where it is kept, and is made up for at the next start
        }
        writer.close();
        readers.forEach(StatementCache::close);
        readers.clear();
        if (lost) {
            engine.abandon();
        } else {
            engine.close();
        }
    }
}
