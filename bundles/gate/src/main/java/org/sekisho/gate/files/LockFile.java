package org.sekisho.gate.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by one process at a time. The system lets go of it when the process dies, however it dies. */
public final class LockFile implements Closeable {

    private final FileChannel file;

    private LockFile(FileChannel file) {
        this.file = file;
    }

    /** Empty when somebody else holds it. */
    public static Optional<LockFile> take(Path lock) throws IOException {
        FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
        return held ? Optional.of(new LockFile(file)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
