package org.sekisho.gate.launch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one process that works on a home. The system lets go of it when the process dies, however it dies. */
final class HomeLock implements Closeable {

    private final FileChannel file;

    private HomeLock(FileChannel file) {
        this.file = file;
    }

    /** Empty when somebody else holds it. */
    static Optional<HomeLock> take(Path run) throws IOException {
        FileChannel file = FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This very process holds it.
        } finally {
            if (!held) {
                file.close();
            }
        }
        return held ? Optional.of(new HomeLock(file)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
