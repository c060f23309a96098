package org.sekisho.storage.hsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.database.TestStore;

/** A checkpoint takes new digests of the pages that HSQLDB changed, and of no other. */
class CheckpointSealTest {

    /** Small, so that pages are written over between the checkpoints too. */
    private static final int CACHE_KIB = 200;

    @TempDir
    Path temp;

    private TestStore store;
    private HsqlEngine engine;
    private RegisterDatabase database;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.in(temp, "hsqldb");
        database = newDatabase();
        database.open();
    }

    private RegisterDatabase newDatabase() {
        RegisterDatabase made = new RegisterDatabase(() -> {
            engine = HsqlEngine.open(store.folder(), store.vault().open(), AppendedFile::new, CACHE_KIB);
            return engine;
        });
        made.addSchema(TestStore.SALES);
        return made;
    }

    private void checkpoint() throws Exception {
        try (var connection = engine.connect()) {
            engine.checkpoint(connection);
        }
    }

    /** Opening proves every page against the digests that the checkpoints before it took. */
    @Test
    void digestsHoldAfterAnyChanges() throws Exception {
        Random random = new Random(20_261_123);
        Map<Integer, String> rows = new HashMap<>();
        for (int round = 0; round < 12; round++) {
            for (int turn = 0; turn < 3; turn++) {
                change(random, rows);
                checkpoint();
            }
            database.stop();
            database = newDatabase();
            assertThat(read()).as("round " + round).isEqualTo(rows);
        }
        assertThat(store.data().resolve("register.overwritten")).doesNotExist();
        database.stop();
    }

    private void change(Random random, Map<Integer, String> rows) throws StorageFault {
        database.transact(tx -> {
            for (int i = 0; i < 120; i++) {
                int id = random.nextInt(600);
                var remove = tx.prepare("DELETE FROM sale WHERE id = ?");
                remove.setInt(1, id);
                remove.executeUpdate();
                rows.remove(id);
                if (random.nextInt(4) > 0) {
                    String body = i + "z".repeat(random.nextInt(3000));
                    var insert = tx.prepare("INSERT INTO sale (id, body) VALUES (?, ?)");
                    insert.setInt(1, id);
                    insert.setString(2, body);
                    insert.executeUpdate();
                    rows.put(id, body);
                }
            }
            return 1;
        });
    }

    private Map<Integer, String> read() throws StorageFault {
        return database.read(tx -> {
            Map<Integer, String> rows = new HashMap<>();
            try (var found = tx.prepare("SELECT id, body FROM sale").executeQuery()) {
                while (found.next()) {
                    rows.put(found.getInt(1), found.getString(2));
                }
            }
            return rows;
        });
    }

    @Test
    void whatSomebodyElseChangedMeanwhileGetsNoNewDigest() throws Exception {
        change(new Random(1), new HashMap<>());
        database.stop();
        database = newDatabase();
        database.open();
        Path data = store.data().resolve("register.data");
        try (RandomAccessFile changed = new RandomAccessFile(data.toFile(), "rw")) {
            changed.seek(40_000);
            int old = changed.read();
            changed.seek(40_000);
            changed.write(old ^ 1);
        }
        checkpoint();
        database.stop();
        database = newDatabase();
        StorageFault fault = null;
        try {
            database.open();
        } catch (StorageFault e) {
            fault = e;
        }
        assertThat(fault).isNotNull();
        assertThat(fault.getMessage()).startsWith("register.data, page 3 (bytes 32768 to ");
        database.stop();
    }

    /** Killed within a checkpoint: the second name is still there, and the pages are read through row by row. */
    @Test
    void leftOverSecondNameDoesNoHarm() throws Exception {
        Map<Integer, String> rows = new HashMap<>();
        change(new Random(2), rows);
        database.stop();
        Files.write(store.data().resolve("register.overwritten"), new byte[] {1, 2, 3});
        database = newDatabase();
        assertThat(read()).isEqualTo(rows);
        database.stop();
    }
}
