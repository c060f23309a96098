package org.sekisho.storage.hsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.database.TestStore;

/** A register that was killed after pages of {@code .data} had been written over: the old ones are in {@code .backup}. */
class OverwrittenPagesTest {

    private static final int ROWS = 400;

    @TempDir
    Path temp;

    private TestStore store;
    private Path killed;
    private List<String> bodies;

    private RegisterDatabase open() {
        RegisterDatabase database = new RegisterDatabase(
                () -> HsqlEngine.open(store.folder(), store.vault().open(), AppendedFile::new, 200));
        database.addSchema(TestStore.SALES);
        return database;
    }

    @BeforeEach
    void killWithOverwrittenPages() throws Exception {
        store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = open();
        database.transact(tx -> {
            var insert = tx.prepare("INSERT INTO sale (id, body) VALUES (?, ?)");
            for (int i = 0; i < ROWS; i++) {
                insert.setInt(1, i);
                insert.setString(2, i + "x".repeat(3000));
                insert.executeUpdate();
            }
            return 1;
        });
        database.stop();
        database = open();
        for (int lot = 0; lot < 4; lot++) {
            int from = lot * 100;
            database.transact(tx -> {
                var update = tx.prepare("UPDATE sale SET body = ? WHERE id = ?");
                for (int i = from; i < from + 100; i++) {
                    update.setString(1, i + "y".repeat(2000));
                    update.setInt(2, i);
                    update.executeUpdate();
                }
                return 1;
            });
        }
        bodies = bodies(database);
        killed = temp.resolve("killed");
        copy(store.data(), killed);
        database.stop();
        assertThat(killed.resolve("register.backup")).isNotEmptyFile();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> old = Files.list(to)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static List<String> bodies(RegisterDatabase database) throws StorageFault {
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

    private String outcome() {
        RegisterDatabase database = open();
        try {
            return bodies(database).equals(bodies) ? "whole" : "something else was served";
        } catch (StorageFault e) {
            return e.kind() == StorageFault.Kind.DAMAGED ? "damaged" : e.getMessage();
        } finally {
            database.stop();
        }
    }

    @Test
    void everythingCommittedIsThere() throws IOException {
        copy(killed, store.data());
        assertThat(outcome()).isEqualTo("whole");
    }

    @Test
    void flippedByteIsHarmlessOrReported() throws IOException {
        Random random = new Random(3);
        List<String> outcomes = new ArrayList<>();
        for (int round = 0; round < 24; round++) {
            copy(killed, store.data());
            Path file = store.data().resolve(round % 2 == 0 ? "register.backup" : "register.data");
            try (RandomAccessFile changed = new RandomAccessFile(file.toFile(), "rw")) {
                long at = random.nextLong(changed.length());
                changed.seek(at);
                int old = changed.read();
                changed.seek(at);
                changed.write(old ^ 4);
            }
            outcomes.add(outcome());
        }
        assertThat(outcomes).isSubsetOf("whole", "damaged").contains("damaged");
    }

    @Test
    void pageThatWasNotYetWhollyKeptIsDropped() throws IOException {
        copy(killed, store.data());
        Path backup = store.data().resolve("register.backup");
        try (RandomAccessFile torn = new RandomAccessFile(backup.toFile(), "rw")) {
            torn.seek(torn.length());
            torn.write(new byte[] {0, 0, 64, 0, 0, 0, 0});
        }
        assertThat(outcome()).isEqualTo("whole");
    }

    /** A page that was kept but not yet written over may be half written; but not where a page behind it was written over. */
    @Test
    void changedPageOfTheBackupIsNotTakenForAHalfWrittenOneAndStays() throws IOException {
        byte[] whole = Files.readAllBytes(killed.resolve("register.backup"));
        for (int page = 0; page < whole.length / 16_396; page++) {
            copy(killed, store.data());
            Path backup = store.data().resolve("register.backup");
            byte[] changed = whole.clone();
            changed[page * 16_396 + 12 + 40] ^= 4;
            Files.write(backup, changed);
            assertThat(outcome()).as("page " + page).isEqualTo("damaged");
            assertThat(Files.readAllBytes(backup)).as("page " + page).isEqualTo(changed);
            Files.write(backup, whole);
            assertThat(outcome()).as("page " + page).isEqualTo("whole");
        }
    }

    /** HSQLDB looks at them before it puts the first page back. */
    @Test
    void changedFlagsOfTheHeadAreReported() throws IOException {
        copy(killed, store.data());
        Path data = store.data().resolve("register.data");
        byte[] whole = Files.readAllBytes(data);
        for (int bit = 0; bit < 32; bit++) {
            byte[] changed = whole.clone();
            changed[28 + bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(data, changed);
            assertThat(outcome()).as("bit " + bit).isEqualTo("damaged");
        }
    }

    @Test
    void missingBackupIsReported() throws IOException {
        copy(killed, store.data());
        Files.delete(store.data().resolve("register.backup"));
        assertThat(outcome()).isEqualTo("damaged");
    }

    @Test
    void rowThatIsChangedUnderARunningRegisterIsNotServed() throws Exception {
        RegisterDatabase database = open();
        assertThat(bodies(database)).hasSize(ROWS);
        Path data = store.data().resolve("register.data");
        byte[] bytes = Files.readAllBytes(data);
        try (RandomAccessFile changed = new RandomAccessFile(data.toFile(), "rw")) {
            for (int at = 20_000; at < bytes.length - 1000; at += 1000) {
                changed.seek(at);
                changed.write(bytes[at] ^ 1);
            }
        }
        StorageFault fault = null;
        try {
            assertThat(bodies(database)).isEqualTo(bodies);
        } catch (StorageFault e) {
            fault = e;
        }
        assertThat(fault).isNotNull();
        assertThat(fault.kind()).isEqualTo(StorageFault.Kind.DAMAGED);
        assertThat(fault.getMessage()).contains("register.data, the row at byte ");
        database.stop();
        assertThat(outcome()).isEqualTo("damaged");
    }
}
