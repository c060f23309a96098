package org.sekisho.storage.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.storage.Database;
import org.sekisho.storage.Schema;
import org.sekisho.storage.SealedColumn;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.StorageListener;
import org.sekisho.storage.ahead.NotAhead;
import org.sekisho.storage.sql.Engine;

/**
 * The register's database. It opens at first use, and again after a failed write or a lost connection. Schemas may come at any
 * time: the next use applies those that are new.
 */
@Component(service = {Database.class, RegisterDatabase.class})
public final class RegisterDatabase implements Database {

    private static final System.Logger LOG = System.getLogger(RegisterDatabase.class.getName());

    private static final int NONE = -1;

    private final Opener opener;
    private final Quiet quiet = new Quiet(Duration.ofSeconds(10), this::tidyUpAndMore);
    private final Collection<StorageListener> listeners = new CopyOnWriteArrayList<>();
    private final Collection<Schema> schemas = new CopyOnWriteArrayList<>();
    /** Writers take turns; the longest waiting goes first. */
    private final ReentrantLock turn = new ReentrantLock(true);
    /** Held by whoever writes rows, in a turn or behind it. */
    private final ReentrantLock rows = new ReentrantLock();
    /** Writes the rows of what was kept ahead of them. */
    private final ExecutorService behind = Executors.newSingleThreadExecutor(RegisterDatabase::daemon);

    private final AtomicBoolean behindHasWork = new AtomicBoolean();
    /** Held for reading while the open database is used, for writing while it is opened or closed. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private @Nullable OpenDatabase open;
    /** Counts the schemas that came, and up to which of them they have been applied. */
    private final AtomicInteger changes = new AtomicInteger();

    private int applied = NONE;
    private boolean stopped;
    private boolean working;
    private volatile Runnable whenQuiet = () -> {};

    @Activate
    public RegisterDatabase(@Reference EngineOpener opener) {
        this((Opener) opener);
    }

    /** @param opener opens the engine, each time anew */
    public RegisterDatabase(Opener opener) {
        this.opener = opener;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSchema(Schema schema) {
        schemas.add(schema);
        changes.incrementAndGet();
    }

    public void removeSchema(Schema schema) {
        schemas.remove(schema);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addListener(StorageListener listener) {
        listeners.add(listener);
    }

    public void removeListener(StorageListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void open() throws StorageFault {
        using(database -> true);
    }

    @Override
    public <T> T transact(Work<T> work) throws StorageFault {
        return inTurn(alone((database, afterwards) -> database.transact(work, afterwards::addAll)));
    }

    @Override
    public <T> T transactUnflushed(Work<T> work) throws StorageFault {
        try {
            return ahead(work, false);
        } catch (NotAhead e) {
            return inTurn(alone((database, afterwards) -> database.transactUnflushed(work, afterwards::addAll)));
        }
    }

    @Override
    public <T> T transactAhead(Work<T> work) throws StorageFault {
        try {
            return ahead(work, true);
        } catch (NotAhead e) {
            return transact(work);
        }
    }

    private <T> T ahead(Work<T> work, boolean flush) throws StorageFault {
        T result = inTurn((database, afterwards) -> database.transactAhead(work, flush, afterwards::addAll));
        if (behindHasWork.compareAndSet(false, true)) {
            writeBehind();
        }
        return result;
    }

    private void writeBehind() {
        try {
            behind.execute(this::drain);
        } catch (RejectedExecutionException stopping) {
            LOG.log(System.Logger.Level.DEBUG, "the rows are written as the database closes");
        }
    }

    /** With the rows to itself, none of which is still to be written. */
    private <T> Turn<T> alone(Turn<T> what) {
        return (database, afterwards) -> {
            rows.lock();
            try {
                database.drain();
                return what.of(database, afterwards);
            } finally {
                rows.unlock();
            }
        };
    }

    /** Writes the rows that are still to be written, unless the next use has to open the database first. */
    private void drain() {
        behindHasWork.set(false);
        use.readLock().lock();
        try {
            if (open != null && isReady(open)) {
                catchUp(open);
            }
        } catch (StorageFault e) {
            warn("what was kept was not written into its tables yet", e);
        } finally {
            use.readLock().unlock();
        }
    }

    private void catchUp(OpenDatabase database) throws StorageFault {
        if (database.isBehind() && !rows.isHeldByCurrentThread()) {
            rows.lock();
            try {
                database.drain();
            } finally {
                rows.unlock();
            }
        }
    }

    private <T> T inTurn(Turn<T> what) throws StorageFault {
        if ((working && turn.isHeldByCurrentThread()) || use.getReadHoldCount() > 0) {
            throw new IllegalStateException("a transaction cannot begin inside another one or inside a read");
        }
        quiet.disturb();
        turn.lock();
        try {
            List<Runnable> afterwards = new ArrayList<>();
            T result = using(database -> {
                working = true;
                try {
                    return what.of(database, afterwards);
                } finally {
                    working = false;
                }
            });
            afterwards.forEach(RegisterDatabase::runAfterCommit);
            return result;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <T> T read(Work<T> work) throws StorageFault {
        return using(database -> {
            catchUp(database);
            return database.read(work);
        });
    }

    /** Opens first what is not open, and applies new schemas; a read inside a transaction uses what that one uses. */
    private <T> T using(Use<T> what) throws StorageFault {
        while (true) {
            use.readLock().lock();
            try {
                OpenDatabase now = open;
                if (now != null && (use.getReadHoldCount() > 1 || isReady(now))) {
                    return what.of(now);
                }
            } finally {
                use.readLock().unlock();
            }
            List<String> noticed;
            use.writeLock().lock();
            try {
                noticed = makeReady();
            } finally {
                use.writeLock().unlock();
            }
            noticed.forEach(this::tell);
        }
    }

    private boolean isReady(OpenDatabase database) {
        return !database.isLost() && applied == changes.get();
    }

    /** What was noticed, if it was opened. */
    private List<String> makeReady() throws StorageFault {
        if (stopped) {
            throw new StorageFault(StorageFault.Kind.OTHER, "The register is stopping: its database is closed.");
        }
        OpenDatabase now = open;
        if (now != null && now.isLost()) {
            close(now);
            now = null;
        }
        boolean opened = now == null;
        if (now == null) {
            now = new OpenDatabase(opener.open());
            open = now;
            applied = NONE;
        }
        if (!isReady(now)) {
            int wanted = changes.get();
            now.migrate(schemas);
            applied = wanted;
        }
        return opened ? now.warnings() : List.of();
    }

    private void close(OpenDatabase database) throws StorageFault {
        open = null;
        applied = NONE;
        database.close();
    }

    /** The commit stands whatever the action does. */
    private static void runAfterCommit(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            warn("what follows a commit failed; the commit stands", e);
        }
    }

    /** What else is to be done when nobody waits; it is called from time to time and must not throw. */
    void whenQuiet(Runnable work) {
        whenQuiet = work;
    }

    /** Where the tables hold secrets of their own. */
    List<SealedColumn> sealedColumns() {
        return schemas.stream().flatMap(schema -> schema.sealed().stream()).toList();
    }

    /** The names of the schemas that are here. */
    Set<String> schemaNames() {
        return schemas.stream().map(Schema::name).collect(Collectors.toSet());
    }

    /** Writes everything on the disk anew. Sales go on, kept ahead of their rows, for as long as there is room; readers wait. */
    void rewrite() throws StorageFault {
        using(database -> {
            rows.lock();
            try {
                database.rewrite();
            } finally {
                rows.unlock();
            }
            return true;
        });
        inTurn(alone((database, afterwards) -> {
            database.clearAhead();
            return true;
        }));
    }

    /** Tells whoever listens, in a sentence. */
    void tell(String sentence) {
        LOG.log(System.Logger.Level.WARNING, sentence);
        for (StorageListener listener : listeners) {
            try {
                listener.noticed(sentence);
            } catch (RuntimeException e) {
                warn("a listener failed", e);
            }
        }
    }

    private void tidyUpAndMore(boolean nobodyWaits) {
        tidyUp(nobodyWaits);
        if (nobodyWaits) {
            whenQuiet.run();
        }
    }

    /** Unless rows are being written; what is kept ahead of its rows does not wait for this. */
    void tidyUp(boolean nobodyWaits) {
        use.readLock().lock();
        try {
            if (open != null && isReady(open) && rows.tryLock()) {
                try {
                    open.tidyUp(nobodyWaits);
                } finally {
                    rows.unlock();
                }
            }
        } catch (StorageFault e) {
            warn("the database was not tidied up or closed", e);
        } finally {
            use.readLock().unlock();
        }
    }

    @Deactivate
    public void stop() {
        quiet.close();
        behind.shutdown();
        turn.lock();
        use.writeLock().lock();
        try {
            stopped = true;
            if (open != null) {
                close(open);
            }
        } catch (StorageFault e) {
            warn("the database was not tidied up or closed", e);
        } finally {
            use.writeLock().unlock();
            turn.unlock();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sekisho-storage-rows");
        thread.setDaemon(true);
        return thread;
    }

    /** One line for whoever reads the log; how it came about only where that was asked for. */
    private static void warn(String what, Exception e) {
        LOG.log(System.Logger.Level.WARNING, what + ": " + e.getMessage());
        LOG.log(System.Logger.Level.DEBUG, what, e);
    }

    /** Opens the engine that is configured. */
    @FunctionalInterface
    public interface Opener {
        Engine open() throws StorageFault;
    }

    /** What a writer does with the open database in its turn. */
    private interface Turn<T> {
        T of(OpenDatabase database, List<Runnable> afterwards) throws StorageFault;
    }

    /** What is done with the open database. */
    private interface Use<T> {
        T of(OpenDatabase database) throws StorageFault;
    }
}
