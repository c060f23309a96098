package org.sekisho.gate.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    Path folder;

    @Test
    void oneHoldsItAtATime() throws Exception {
        Optional<HomeLock> first = HomeLock.take(folder);
        assertThat(first).isPresent();
        assertThat(HomeLock.take(folder)).isEmpty();
        first.get().close();
        Optional<HomeLock> second = HomeLock.take(folder);
        assertThat(second).isPresent();
        second.get().close();
    }

    @Test
    void aFileLeftBehindIsNoLock() throws Exception {
        Files.createFile(folder.resolve("lock"));
        Optional<HomeLock> lock = HomeLock.take(folder);
        assertThat(lock).isPresent();
        lock.get().close();
    }
}
