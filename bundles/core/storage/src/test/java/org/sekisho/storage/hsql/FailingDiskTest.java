package org.sekisho.storage.hsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.ahead.AheadLog;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.database.TestStore;

/** A commit that failed is not there: not now, not behind the next commit, not after a restart. */
class FailingDiskTest {

    /** What the disk does from now on. */
    private enum Mood {
        WORKS,
        /** Takes half of what is written, then says that it is full. */
        FULL,
        /** Is full, but has room where it was made before. */
        ROWS_FAIL,
        /** Takes everything and fails to flush. */
        FLUSH_FAILS
    }

    @TempDir
    Path temp;

    private volatile Mood mood = Mood.WORKS;
    private RegisterDatabase database;
    private TestStore store;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.in(temp, "hsqldb");
        database = open();
        put(1, "kept");
    }

    @AfterEach
    void stop() {
        mood = Mood.WORKS;
        database.stop();
    }

    private RegisterDatabase open() {
        RegisterDatabase opened = new RegisterDatabase(() -> HsqlEngine.open(
                store.folder(),
                store.vault().open(),
                new HsqlEngine.Writers(Moody::new, path -> new MoodyAhead(AheadLog.Disk.REAL.open(path))),
                32_000));
        opened.addSchema(TestStore.SALES);
        return opened;
    }

    private int put(long id, String body) throws StorageFault {
        return database.transact(tx -> {
            var insert = tx.prepare("INSERT INTO sale (id, body) VALUES (?, ?)");
            insert.setLong(1, id);
            insert.setString(2, body);
            return insert.executeUpdate();
        });
    }

    private List<String> bodies() throws StorageFault {
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

    private void refused(StorageFault.Kind kind, long id) {
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> put(id, "failed"))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    @Test
    void fullDiskIsSaidSoAndNothingStays() throws StorageFault {
        mood = Mood.FULL;
        refused(StorageFault.Kind.FULL, 2);
        mood = Mood.WORKS;
        assertThat(bodies()).containsExactly("kept");
        put(3, "later");
        assertThat(bodies()).containsExactly("kept", "later");
        database.stop();
        database = open();
        assertThat(bodies()).containsExactly("kept", "later");
    }

    @Test
    void failedFlushIsNotACommit() throws StorageFault {
        mood = Mood.FLUSH_FAILS;
        refused(StorageFault.Kind.OTHER, 2);
        mood = Mood.WORKS;
        put(2, "the same number is free");
        assertThat(bodies()).containsExactly("kept", "the same number is free");
        database.stop();
        database = open();
        assertThat(bodies()).containsExactly("kept", "the same number is free");
    }

    @Test
    void diskThatStaysFullRefusesAgainAndLosesNothing() throws StorageFault {
        mood = Mood.FULL;
        refused(StorageFault.Kind.FULL, 2);
        refused(StorageFault.Kind.FULL, 2);
        database.stop();
        mood = Mood.WORKS;
        database = open();
        assertThat(bodies()).containsExactly("kept");
    }

    @Test
    void failureInsideALargeTransactionLeavesNothing() throws StorageFault {
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> database.transact(tx -> {
                    var insert = tx.prepare("INSERT INTO sale (id, body) VALUES (?, ?)");
                    for (int i = 2; i < 500; i++) {
                        insert.setLong(1, i);
                        insert.setString(2, "x".repeat(500));
                        insert.executeUpdate();
                    }
                    mood = Mood.FULL;
                    return 1;
                }));
        mood = Mood.WORKS;
        assertThat(bodies()).containsExactly("kept");
    }

    private long ahead(long id, String body) throws StorageFault {
        return database.transactAhead(tx -> {
            tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", id, body);
            return id;
        });
    }

    private static void awaitRows() throws InterruptedException {
        Thread.sleep(300); // the rows are written behind
    }

    @Test
    void diskThatDoesNotTakeTheRecordKeepsNothingOfIt() throws Exception {
        ahead(2, "ahead");
        mood = Mood.FULL;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> ahead(3, "failed".repeat(500)));
        mood = Mood.WORKS;
        assertThat(bodies()).containsExactly("kept", "ahead");
        ahead(3, "the same number is free");
        database.stop();
        database = open();
        assertThat(bodies()).containsExactly("kept", "ahead", "the same number is free");
    }

    @Test
    void whatIsKeptOutlivesRowsThatCannotBeWritten() throws Exception {
        ahead(2, "ahead");
        awaitRows();
        mood = Mood.ROWS_FAIL;
        assertThat(ahead(3, "still sold")).isEqualTo(3);
        awaitRows();
        assertThatExceptionOfType(StorageFault.class).isThrownBy(this::bodies);
        mood = Mood.WORKS;
        assertThat(bodies()).containsExactly("kept", "ahead", "still sold");
        put(4, "later");
        database.stop();
        database = open();
        assertThat(bodies()).containsExactly("kept", "ahead", "still sold", "later");
    }

    @Test
    void unflushedRowsThatAreCutOffAreWrittenAgain() throws Exception {
        ahead(2, "ahead");
        assertThat(bodies()).containsExactly("kept", "ahead"); // its row is written, and not flushed
        mood = Mood.FLUSH_FAILS;
        refused(StorageFault.Kind.OTHER, 3);
        mood = Mood.WORKS;
        assertThat(bodies()).containsExactly("kept", "ahead");
    }

    /** The log of what is kept ahead, on the disk with moods. */
    private final class MoodyAhead implements AheadLog.Target {

        private final AheadLog.Target file;

        MoodyAhead(AheadLog.Target file) {
            this.file = file;
        }

        @Override
        public byte[] content() throws IOException {
            return file.content();
        }

        @Override
        public void write(long position, byte[] bytes, boolean flush) throws IOException {
            if (mood == Mood.FULL) {
                file.write(position, Arrays.copyOf(bytes, bytes.length / 1024 * 512), flush); // whole sectors
                throw new IOException("No space left on device");
            }
            file.write(position, bytes, flush);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** A file on the disk with moods. */
    private final class Moody implements LogFile.Target {

        private final AppendedFile file;

        Moody(Path path) throws IOException {
            file = new AppendedFile(path);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (mood == Mood.FULL || mood == Mood.ROWS_FAIL) {
                file.write(bytes, offset, length / 2);
                throw new IOException("No space left on device");
            }
            file.write(bytes, offset, length);
        }

        @Override
        public void sync() throws IOException {
            if (mood == Mood.FLUSH_FAILS) {
                throw new IOException("Input/output error");
            }
            file.sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
