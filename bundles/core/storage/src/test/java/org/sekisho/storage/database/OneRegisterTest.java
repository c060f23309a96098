package org.sekisho.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;

class OneRegisterTest {

    @TempDir
    Path temp;

    @Test
    void secondRegisterOnTheSameHomeIsRefusedUntilTheFirstStops() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase first = store.open(TestStore.SALES);
        first.open();
        RegisterDatabase second = store.open(TestStore.SALES);
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(second::open)
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(StorageFault.Kind.IN_USE));
        first.stop();
        assertThat(DatabaseContract.bodies(second)).isEmpty();
        second.stop();
    }

    @Test
    void stoppedRegisterSaysSo() throws Exception {
        RegisterDatabase database = TestStore.in(temp, "hsqldb").open(TestStore.SALES);
        database.open();
        database.stop();
        assertThatExceptionOfType(StorageFault.class).isThrownBy(database::open).withMessageContaining("stopping");
    }
}
