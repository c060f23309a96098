package org.sekisho.gate.launch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.sekisho.gate.files.LockFile;

/** Held by the one process that works on a home. */
record HomeLock(LockFile file) implements Closeable {

    /** Empty when somebody else holds it. */
    static Optional<HomeLock> take(Path run) throws IOException {
        return LockFile.take(run.resolve("lock")).map(HomeLock::new);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
