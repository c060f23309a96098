package org.sekisho.storage.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyUpTest {

    @TempDir
    Path temp;

    @Test
    void largeLogIsWrittenIntoTheDataWhileNobodyWaits() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(TestStore.SALES);
        database.transact(tx -> {
            for (int i = 0; i < 400; i++) {
                DatabaseContract.insert(tx, i, "x".repeat(2000));
            }
            return 1;
        });
        Path log = store.data().resolve("register.log");
        assertThat(Files.size(log)).isGreaterThan(1 << 20);
        database.tidyUp(true);
        assertThat(Files.size(log)).isLessThan(1000);
        assertThat(store.data().resolve("register.checkpointing")).doesNotExist();
        assertThat(DatabaseContract.bodies(database)).hasSize(400);
        database.stop();
    }
}
