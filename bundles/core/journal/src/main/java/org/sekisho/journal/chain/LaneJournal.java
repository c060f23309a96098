package org.sekisho.journal.chain;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.typedevent.TypedEventBus;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.CanonicalJson;
import org.sekisho.journal.ChainVerifier;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.journal.Verification;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

/** Appends to the chain of the home's own lane; reads all lanes. */
@Component
public final class LaneJournal implements Journal {

    private static final String DUPLICATE_KEY = "23505";

    private final Database database;
    private final Home home;
    private final StoreClock clock;
    private final JournalReader reader;
    private final HeadCache heads = new HeadCache();
    /** Off the thread that sells, in the order of the entries. */
    private final ExecutorService announcer = Executors.newSingleThreadExecutor(LaneJournal::daemon);

    /** Events are told when somebody carries them; the record does not wait for that. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable TypedEventBus bus;

    @Activate
    public LaneJournal(@Reference Database database, @Reference Home home, @Reference StoreClock clock) {
        this.database = database;
        this.home = home;
        this.clock = clock;
        this.reader = new JournalReader(database);
    }

    /** What was not told yet is not: nobody listens any more, and the record is complete. */
    @Deactivate
    public void stop() {
        announcer.shutdownNow();
    }

    @Override
    public Entry append(Transaction tx, Fact fact) throws SQLException, StorageFault {
        Instant now = clock.now();
        StoreSettings settings;
        JsonObject payload;
        try {
            settings = home.settings();
            payload = Payload.of(fact, settings.storeId(), clock.businessDate(now));
        } catch (HomeFault e) {
            throw new StorageFault(StorageFault.Kind.NOT_INITIALISED, e.getMessage(), e);
        }
        Head head = heads.head(tx, settings.laneId());
        String canonical = CanonicalJson.write(payload);
        Entry entry =
                EntryFormat.seal(head.seq() + 1, settings.laneId(), now, fact.type(), payload, canonical, head.hash());
        try {
            JournalTable.insert(tx, entry, canonical);
        } catch (SQLException e) {
            if (DUPLICATE_KEY.equals(e.getSQLState())) {
                throw sharedLane(entry.lane(), e);
            }
            throw e;
        }
        heads.appended(tx, new Head(entry.seq(), entry.hash()));
        tx.afterCommit(() -> {
            heads.committed(tx);
            if (bus != null) {
                tell(entry);
            }
        });
        return entry;
    }

    @Override
    public Entry record(Fact fact) throws StorageFault {
        return database.transact(tx -> append(tx, fact));
    }

    @Override
    public Optional<Entry> find(String lane, long seq) throws StorageFault {
        Optional<Row> row = database.read(tx -> JournalTable.find(tx, lane, seq));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = Row.readable(row.get());
        if (!EntryFormat.holds(entry)) {
            throw Row.changed(row.get(), "its hash is not that of its content");
        }
        return Optional.of(entry);
    }

    @Override
    public void export(Appendable out) throws StorageFault, IOException {
        reader.walk(row -> out.append(EntryFormat.line(Row.readable(row))).append('\n'));
    }

    @Override
    public Verification verify(List<Anchor> anchors) throws StorageFault {
        ChainVerifier chains = new ChainVerifier(anchors);
        try {
            reader.walk(row -> {
                if (row instanceof Row.Read read) {
                    chains.next(read.entry());
                } else if (row instanceof Row.Unreadable bad) {
                    chains.unreadable(bad.lane(), bad.seq(), bad.why());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written here", e);
        }
        return chains.end();
    }

    @Override
    public List<Anchor> heads() throws StorageFault {
        Instant now = clock.now();
        List<Anchor> anchors = new ArrayList<>();
        Optional<String> lane = reader.laneAfter("");
        while (lane.isPresent()) {
            String name = lane.get();
            Head head = database.read(tx -> JournalTable.head(tx, name));
            anchors.add(new Anchor(name, head.seq(), head.hash(), now));
            lane = reader.laneAfter(name);
        }
        return anchors;
    }

    private static StorageFault sharedLane(String lane, SQLException cause) {
        return new StorageFault(
                StorageFault.Kind.OTHER,
                "Another register writes to this database as lane " + lane + ", so this was not recorded. Try again;"
                        + " whoever set the registers up must give each a lane of its own in store.json.",
                cause);
    }

    /** The entry stands already: a register that stops at this moment tells nobody, and fails nothing. */
    private void tell(Entry entry) {
        try {
            announcer.execute(() -> announce(entry));
        } catch (RejectedExecutionException stopping) {
            // Notifications are no record.
        }
    }

    private void announce(Entry entry) {
        TypedEventBus carrier = bus;
        if (carrier != null) {
            carrier.deliverUntyped(Announcement.topic(entry), Announcement.of(entry));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sekisho-journal-announcer");
        thread.setDaemon(true);
        return thread;
    }
}
