package org.sekisho.catalogue.items;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;

/**
 * Keeps all items in memory once somebody wants them: read in the background by a thread that nobody waits for, given up when an
 * import changes them, and read anew. An import by another lane of the same database is noticed by that thread within
 * {@link #BETWEEN_LOOKS}. Safe for many threads.
 */
final class IndexKeeper {

    private static final System.Logger LOG = System.getLogger(IndexKeeper.class.getName());
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(2);

    private final Database database;
    private final MakerSource maker;
    private volatile @Nullable ItemIndex index;
    /** Counts imports: what was begun before one is worth nothing after it. */
    private volatile int generation;

    private volatile boolean stopped;
    private @Nullable Thread reader;

    IndexKeeper(Database database, MakerSource maker) {
        this.database = database;
        this.maker = maker;
    }

    /** How items are made; the settings may not be readable. */
    @FunctionalInterface
    interface MakerSource {
        ItemMaker get() throws StorageFault;
    }

    /** The items, if they are here. */
    Optional<ItemIndex> index() {
        return Optional.ofNullable(index);
    }

    /** Begins to read them, unless they are here or being read. */
    synchronized void want() {
        if (reader == null && !stopped) {
            reader = new Thread(this::keep, "sekisho-catalogue");
            reader.setDaemon(true);
            reader.start();
        }
    }

    /** The items changed. */
    synchronized void forget() {
        generation++;
        index = null;
        notifyAll();
    }

    /** Ends the thread after the page that it reads; never by an interrupt, which would close the database's files. */
    void stop() {
        Thread running;
        synchronized (this) {
            stopped = true;
            notifyAll();
            running = reader;
        }
        try {
            if (running != null) {
                running.join(FOR_A_PAGE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        while (!stopped) {
            int begun = generation;
            try {
                int edition = edition();
                publish(read(begun), begun);
                while (await(begun, BETWEEN_LOOKS)) {
                    if (isOutdated(edition)) {
                        forget();
                    }
                }
            } catch (StorageFault | RuntimeException | Error e) {
                LOG.log(System.Logger.Level.WARNING, "items are looked up in the database for now: " + e);
                await(begun, BETWEEN_ATTEMPTS);
            }
        }
    }

    private int edition() throws StorageFault {
        return database.read(Editions::read).highest();
    }

    /** While the database cannot be asked, the items that are here are as good as any. */
    private boolean isOutdated(int edition) {
        try {
            return edition() != edition;
        } catch (StorageFault e) {
            LOG.log(System.Logger.Level.DEBUG, "whether another lane imported items", e);
            return false;
        }
    }

    private Optional<ItemIndex> read(int begun) throws StorageFault {
        PackedItems items = new PackedItems();
        StoredGroups stored = new StoredGroups(database);
        for (List<StoredGroups.Group> page = stored.next(); !page.isEmpty(); page = stored.next()) {
            if (stopped || generation != begun) {
                return Optional.empty();
            }
            page.forEach(group -> group.items().forEach(items::add));
        }
        items.trim();
        return Optional.of(new ItemIndex(items, maker.get()));
    }

    private synchronized void publish(Optional<ItemIndex> read, int begun) {
        if (generation == begun) {
            index = read.orElse(null);
        }
    }

    /** @return whether so much time has passed and the items have not changed */
    private synchronized boolean await(int begun, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toMillis(); left > 0 && !stopped && generation == begun; ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
        return !stopped && generation == begun;
    }
}
