package org.sekisho.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** What holds of every database, whichever engine keeps it. */
abstract class DatabaseContract {

    @TempDir
    Path temp;

    private TestStore store;
    private RegisterDatabase database;

    /** The setting {@code database}; what it names is empty. */
    abstract String emptyDatabase() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.in(temp, emptyDatabase());
        database = store.open(TestStore.SALES);
    }

    @AfterEach
    void stop() {
        if (database != null) {
            database.stop();
        }
    }

    static void insert(Transaction tx, long id, String body) throws SQLException {
        PreparedStatement insert = tx.prepare("INSERT INTO sale (id, body, seal) VALUES (?, ?, ?)");
        insert.setLong(1, id);
        insert.setString(2, body);
        insert.setBytes(3, body.getBytes(UTF_8));
        insert.executeUpdate();
    }

    static List<String> bodies(Database database) throws StorageFault {
        return database.read(tx -> {
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows =
                    tx.prepare("SELECT body FROM sale ORDER BY id").executeQuery()) {
                while (rows.next()) {
                    bodies.add(rows.getString(1));
                }
            }
            return bodies;
        });
    }

    RegisterDatabase database() {
        return database;
    }

    TestStore store() {
        return store;
    }

    int put(long id, String body) throws StorageFault {
        return database.transact(tx -> {
            insert(tx, id, body);
            return 1;
        });
    }

    private void reopen() {
        database.stop();
        database = store.open(TestStore.SALES);
    }

    @Test
    void committedRowsAreThereAfterReopening() throws StorageFault {
        put(1, "おにぎり");
        put(2, "茶");
        reopen();
        assertThat(bodies(database)).containsExactly("おにぎり", "茶");
        reopen();
        assertThat(bodies(database)).containsExactly("おにぎり", "茶");
    }

    @Test
    void whatDidNotWaitForTheDiskIsThereAndLeavesNothingWhenItThrows() throws StorageFault {
        database.transactUnflushed(tx -> {
            insert(tx, 1, "not waited for");
            return 1;
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transactUnflushed(tx -> {
                    insert(tx, 2, "half");
                    throw new IllegalStateException("half way");
                }));
        assertThat(bodies(database)).containsExactly("not waited for");
        put(3, "waited for");
        reopen();
        assertThat(bodies(database)).containsExactly("not waited for", "waited for");
    }

    private static final String INSERT = "INSERT INTO sale (id, body) VALUES (?, ?)";

    private long ahead(long id, String body) throws StorageFault {
        return database.transactAhead(tx -> {
            tx.write(INSERT, id, body);
            return id;
        });
    }

    @Test
    void whatIsWrittenAheadIsSeenAtOnceAndInOrder() throws StorageFault {
        assertThat(ahead(1, "おにぎり")).isEqualTo(1);
        assertThat(bodies(database)).containsExactly("おにぎり");
        ahead(2, "茶");
        database.transactAhead(tx -> {
            tx.write("UPDATE sale SET body = ? WHERE id = ?", "緑茶", 2L);
            tx.writeOr("UPDATE sale SET body = ? WHERE id = ?", "INSERT INTO sale (body, id) VALUES (?, ?)", "水", 3);
            tx.writeOr("UPDATE sale SET body = ? WHERE id = ?", "INSERT INTO sale (body, id) VALUES (?, ?)", "梅", 1);
            return 1;
        });
        put(4, "after them");
        assertThat(bodies(database)).containsExactly("梅", "緑茶", "水", "after them");
        reopen();
        assertThat(bodies(database)).containsExactly("梅", "緑茶", "水", "after them");
    }

    @Test
    void workThatReadsRunsAgainInTheTables() throws StorageFault {
        ahead(1, "before");
        List<String> runs = new ArrayList<>();
        List<String> told = new ArrayList<>();
        String seen = database.transactAhead(tx -> {
            tx.afterCommit(() -> told.add("told"));
            tx.write(INSERT, 2L, "written by whichever run commits");
            runs.add("run");
            var select = tx.prepare("SELECT body FROM sale WHERE id = 1");
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
        assertThat(seen).isEqualTo("before");
        assertThat(told).containsExactly("told");
        assertThat(runs).hasSizeBetween(1, 2);
        assertThat(bodies(database)).containsExactly("before", "written by whichever run commits");
    }

    @Test
    void workAheadThatThrowsLeavesNothingAndTellsNobody() throws StorageFault {
        List<String> told = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transactAhead(tx -> {
                    tx.afterCommit(() -> told.add("told"));
                    tx.write(INSERT, 1L, "half");
                    throw new IllegalStateException("half way");
                }));
        ahead(2, "whole");
        reopen();
        assertThat(bodies(database)).containsExactly("whole");
        assertThat(told).isEmpty();
    }

    @Test
    void aheadOfMoreThanFitsGoesOn() throws StorageFault {
        String large = "x".repeat(20_000);
        for (int i = 0; i < 400; i++) {
            ahead(i, large);
        }
        assertThat(bodies(database)).hasSize(400);
        reopen();
        assertThat(bodies(database)).hasSize(400).containsOnly(large);
    }

    @Test
    void workThatThrowsLeavesNothing() throws StorageFault {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transact(tx -> {
                    insert(tx, 1, "half");
                    throw new IllegalStateException("half way");
                }));
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> database.transact(tx -> {
                    insert(tx, 1, "one");
                    insert(tx, 1, "the same number again");
                    return 1;
                }));
        put(2, "whole");
        assertThat(bodies(database)).containsExactly("whole");
        reopen();
        assertThat(bodies(database)).containsExactly("whole");
    }

    @Test
    void readerSeesWhatIsCommittedAndDoesNotWaitForTheWriter() throws Exception {
        put(1, "kept");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> writing = other.submit(() -> database.transact(tx -> {
                insert(tx, 2, "not yet");
                written.countDown();
                assertThat(await(read)).isTrue();
                return 1;
            }));
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(bodies(database)).containsExactly("kept");
            read.countDown();
            assertThat(writing.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(bodies(database)).containsExactly("kept", "not yet");
        } finally {
            other.shutdownNow();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void manyWritersTakeTurns() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> puts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int id = i;
                puts.add(writers.submit(() -> put(id, "sale " + id)));
            }
            for (Future<Integer> put : puts) {
                assertThat(put.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(bodies(database)).hasSize(40);
    }

    @Test
    void afterCommitRunsInOrderAndMaySell() throws StorageFault {
        List<String> ran = new ArrayList<>();
        database.transact(tx -> {
            tx.afterCommit(() -> ran.add("first"));
            tx.afterCommit(() -> {
                throw new IllegalStateException("does not undo the commit");
            });
            tx.afterCommit(() -> ran.add("last"));
            insert(tx, 1, "one");
            return 1;
        });
        assertThat(ran).containsExactly("first", "last");
        assertThat(bodies(database)).containsExactly("one");
    }

    @Test
    void afterCommitDoesNotRunWhenRolledBack() {
        List<String> ran = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transact(tx -> {
                    tx.afterCommit(() -> ran.add("never"));
                    throw new IllegalStateException("no");
                }));
        assertThat(ran).isEmpty();
    }

    @Test
    void transactionInsideAnotherIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> database.transact(tx -> put(1, "inner")));
        assertThatIllegalStateException().isThrownBy(() -> database.read(tx -> put(1, "inner")));
    }

    @Test
    void endedTransactionIsOfNoUse() throws StorageFault {
        Transaction ended = database.transact(tx -> tx);
        assertThatIllegalStateException().isThrownBy(() -> ended.prepare("SELECT id FROM sale"));
    }

    @Test
    void readerCannotWrite() {
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> database.read(tx -> {
                    insert(tx, 1, "smuggled");
                    return 1;
                }));
    }

    @Test
    void newStepsAreAppliedOnce() throws StorageFault {
        put(1, "one");
        database.stop();
        List<String> first = TestStore.SALES.steps().get(0);
        database = store.open(TestStore.schema(
                "sales", first, List.of("ALTER TABLE sale ADD COLUMN lane VARCHAR(8) DEFAULT '1' NOT NULL")));
        String lane = database.read(tx -> {
            try (ResultSet row = tx.prepare("SELECT lane FROM sale").executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
        assertThat(lane).isEqualTo("1");
    }

    @Test
    void changedStepIsRefused() throws StorageFault {
        put(1, "one");
        database.stop();
        database = store.open(TestStore.schema("sales", List.of("${table} sale (id BIGINT PRIMARY KEY)")));
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(database::open)
                .withMessageContaining("Step 1 of schema 'sales'");
    }

    @Test
    void dataOfANewerVersionIsRefused() throws StorageFault {
        put(1, "one");
        database.stop();
        database = store.open(TestStore.schema("sales"));
        assertThatExceptionOfType(StorageFault.class).isThrownBy(database::open).withMessageContaining("newer version");
    }

    @Test
    void failedStepIsNotHalfApplied() throws StorageFault {
        put(1, "one");
        List<String> broken =
                List.of("${table} extra (id BIGINT PRIMARY KEY)", "${table} extra (id BIGINT PRIMARY KEY)");
        database.addSchema(TestStore.schema("extra", broken));
        assertThatExceptionOfType(StorageFault.class).isThrownBy(database::open);
        database.stop();
        database = store.open(TestStore.SALES, TestStore.schema("extra", broken.subList(0, 1)));
        assertThat(bodies(database)).containsExactly("one");
    }

    @Test
    void schemaThatComesLateIsAppliedAtTheNextUse() throws StorageFault {
        put(1, "one");
        database.addSchema(TestStore.schema("late", List.of("${table} late (id BIGINT PRIMARY KEY)")));
        int rows = database.read(tx -> {
            try (ResultSet row = tx.prepare("SELECT COUNT(*) FROM late").executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
        assertThat(rows).isZero();
    }
}
