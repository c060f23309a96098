package org.sekisho.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.typedevent.TypedEventBus;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.CanonicalJson;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Verification.Broken;
import org.sekisho.journal.Verification.Whole;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.journal.fixture.HandClock;
import org.sekisho.journal.fixture.MemoryDatabase;
import org.sekisho.storage.StorageFault;

class LaneJournalTest {

    private final HandClock clock = new HandClock("2026-04-01T01:23:45.678Z");
    private MemoryDatabase database;
    private LaneJournal journal;

    @BeforeEach
    void open() throws Exception {
        database = new MemoryDatabase(new JournalSchema());
        journal = restarted();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    /** The file's hashes were computed by other means than this code. */
    @Test
    void theExportIsToTheLetter() throws Exception {
        String details =
                "{\"name\":\"緑茶 \\\"極\\\"\\n\",\"weight\":\"1.25\",\"minor\":-298,\"lines\":[{\"b\":true,\"a\":null}]}";
        journal.record(new Fact("SaleClosed", 1, "hanako", (JsonObject) CanonicalJson.read(details)));
        clock.advance(Duration.ofMillis(322));
        journal.record(new Fact("SaleVoided", 1, Fact.SYSTEM, new JsonObject()));
        StringBuilder export = new StringBuilder();
        journal.export(export);
        try (var golden = Objects.requireNonNull(EntryFormat.class.getResourceAsStream("golden.jsonl"))) {
            assertThat(export).hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void numbersHaveNoGapsOverRollBackAndRestart() throws Exception {
        journal.record(fact(1));
        assertThatThrownBy(() -> database.transact(tx -> {
                    journal.append(tx, fact(2));
                    journal.append(tx, fact(3));
                    throw new StorageFault(StorageFault.Kind.FULL, "full");
                }))
                .hasMessage("full");
        assertThat(journal.record(fact(4)).seq()).isEqualTo(2);
        List<Entry> two = database.transact(tx -> List.of(journal.append(tx, fact(5)), journal.append(tx, fact(6))));
        assertThat(two).extracting(Entry::seq).containsExactly(3L, 4L);
        assertThat(two.get(1).prev()).isEqualTo(two.get(0).hash());
        assertThat(restarted().record(fact(7)).seq()).isEqualTo(5);
        assertThat(journal.verify()).isEqualTo(new Whole(5, Map.of("1", head().hash())));
    }

    /** Two homes that were given the same lane: neither is stuck, and the chain stays whole. */
    @Test
    void aRegisterThatFellBehindCatchesUp() throws Exception {
        journal.record(fact(1));
        LaneJournal other = restarted();
        other.record(fact(2));
        assertThatThrownBy(() -> journal.record(fact(3)))
                .isInstanceOf(StorageFault.class)
                .hasMessageStartingWith("Another register writes to this database as lane 1");
        assertThat(journal.record(fact(4)).seq()).isEqualTo(3);
        assertThatThrownBy(() -> other.record(fact(5))).isInstanceOf(StorageFault.class);
        assertThat(other.record(fact(6)).seq()).isEqualTo(4);
        assertThat(journal.verify()).isEqualTo(new Whole(4, Map.of("1", head().hash())));
    }

    @Test
    void manyPagesAreFollowed() throws Exception {
        int entries = 2 * JournalTable.PAGE;
        database.transact(tx -> {
            for (int i = 0; i < entries; i++) {
                journal.append(tx, fact(i));
            }
            return entries;
        });
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Whole.class, whole -> assertThat(whole.entries()).isEqualTo(entries));
    }

    @Test
    void anEntryIsFoundByItsNumber() throws Exception {
        Entry entry = journal.record(fact(1));
        assertThat(journal.find("1", 1)).contains(entry);
        assertThat(journal.find("1", 2)).isEmpty();
        assertThat(journal.find("2", 1)).isEmpty();
    }

    @Test
    void othersHearOfItAfterTheCommitOnly() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        journal.bus = new HearingBus(heard);
        assertThatThrownBy(() -> database.transact(tx -> {
                    journal.append(tx, fact(1));
                    throw new StorageFault(StorageFault.Kind.OTHER, "no");
                }))
                .hasMessage("no");
        database.transact(tx -> {
            journal.append(tx, fact(2));
            assertThat(heard).isEmpty();
            return tx;
        });
        assertThat(heard.poll(30, TimeUnit.SECONDS))
                .startsWith("org/sekisho/SaleClosed {lane=1, seq=1, time=2026-04-01T01:23:45.678Z");
    }

    @Test
    void othersHearOfEntriesInTheirOrderAndOfNoneOnceItHasStopped() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        journal.bus = new HearingBus(heard);
        for (int i = 1; i <= 20; i++) {
            journal.record(fact(i));
        }
        for (int i = 1; i <= 20; i++) {
            assertThat(heard.poll(30, TimeUnit.SECONDS)).contains("seq=" + i + ",");
        }
        journal.stop();
        journal.record(fact(21));
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
        assertThat(journal.find("1", 21)).isPresent();
    }

    @Test
    void aDetailMayNotSpeakForTheJournal() {
        for (String name : new String[] {"v", "operator", "store"}) {
            JsonObject details = new JsonObject();
            details.addProperty(name, "x");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> journal.record(new Fact("SaleClosed", 1, "hanako", details)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.record(new Fact("a/b", 1, "hanako", new JsonObject())));
    }

    @Test
    void anEditedEntryIsNamedAndNotServed() throws Exception {
        String[] edits = {
            "payload = REPLACE(payload, '300', '301')",
            "payload = REPLACE(payload, '\"total\"', ' \"total\"')",
            "payload = '{}'",
            "payload = 'x'",
            "operator_name = 'taro'",
            "business_date = '2026-04-02'",
            "recorded_at = '2026-04-01T01:23:45.679Z'",
            "recorded_at = 'then'",
            "fact = 'SaleVoided'",
            "prev_hash = '" + "a".repeat(64) + "'",
            "entry_hash = '" + "a".repeat(64) + "'"
        };
        for (String edit : edits) {
            close();
            open();
            day();
            database.tamper("UPDATE journal SET " + edit + " WHERE seq = 3");
            assertThat(journal.verify()).as(edit).isInstanceOfSatisfying(Broken.class, broken -> {
                assertThat(broken.seq()).isEqualTo(3);
                assertThat(broken.why()).startsWith("edited");
            });
            assertThatThrownBy(() -> journal.find("1", 3))
                    .isInstanceOf(StorageFault.class)
                    .hasMessageContaining("entry 3 of lane 1");
        }
    }

    @Test
    void aRemovedEntryIsNamed() throws Exception {
        day();
        database.tamper("DELETE FROM journal WHERE seq = 3");
        assertThat(journal.verify()).isEqualTo(new Broken("1", 3, "removed: entries 3 to 3 are missing"));
    }

    @Test
    void aTruncatedBeginningIsNamed() throws Exception {
        day();
        database.tamper("DELETE FROM journal WHERE seq < 3");
        assertThat(journal.verify())
                .isEqualTo(new Broken("1", 1, "the beginning was cut off: entries 1 to 2 are missing"));
    }

    @Test
    void exchangedEntriesAreNamed() throws Exception {
        day();
        database.tamper("UPDATE journal SET seq = 99 WHERE seq = 2");
        database.tamper("UPDATE journal SET seq = 2 WHERE seq = 3");
        database.tamper("UPDATE journal SET seq = 3 WHERE seq = 99");
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(2));
    }

    @Test
    void aPlantedEntryIsNamed() throws Exception {
        day();
        database.tamper("UPDATE journal SET seq = 0 WHERE seq = 5");
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(0));
    }

    @Test
    void aTailThatWasCutOffTakesAnAnchor() throws Exception {
        day();
        List<Anchor> heads = journal.heads();
        assertThat(heads).hasSize(1);
        assertThat(journal.verify(heads)).isInstanceOf(Whole.class);
        database.tamper("DELETE FROM journal WHERE seq > 3");
        assertThat(journal.verify()).isInstanceOf(Whole.class);
        assertThat(journal.verify(heads))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(4));
        LaneJournal next = restarted();
        for (int i = 0; i < 4; i++) {
            next.record(fact(i));
        }
        assertThat(next.verify()).isInstanceOf(Whole.class);
        assertThat(next.verify(heads))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.why()).contains("anchor"));
    }

    private LaneJournal restarted() {
        return new LaneJournal(database, FixedHome.japanese(), clock);
    }

    private void day() throws StorageFault {
        for (int i = 1; i <= 5; i++) {
            journal.record(fact(i));
        }
    }

    private Anchor head() throws StorageFault {
        return journal.heads().get(0);
    }

    private static Fact fact(int n) {
        JsonObject details = new JsonObject();
        details.addProperty("total", n * 100);
        return new Fact("SaleClosed", 1, "hanako", details);
    }

    private record HearingBus(BlockingQueue<String> heard) implements TypedEventBus {

        @Override
        public void deliver(Object event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deliver(String topic, Object event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deliverUntyped(String topic, Map<String, ?> event) {
            heard.add(topic + " " + event);
        }
    }
}
