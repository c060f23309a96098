package org.sekisho.storage.hsql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.StorageFault;

/**
 * Holds the database for one process. The operating system releases it with the process, so a restart after a crash need not wait
 * (HSQLDB's own lock file, with its heartbeat, makes it wait eight seconds).
 */
final class DatabaseLock implements AutoCloseable {

    private final FileChannel channel;

    private DatabaseLock(FileChannel channel) {
        this.channel = channel;
    }

    static DatabaseLock take(Path folder) throws StorageFault {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StorageFault(
                        StorageFault.Kind.IN_USE,
                        "Another register holds the database in " + folder
                                + ". Stop that one first, or use its commands.");
            }
            return new DatabaseLock(channel);
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The database in " + folder + " cannot be locked (" + e.getMessage()
                            + "). Check the folder and its owner.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(DatabaseLock.class.getName()).log(System.Logger.Level.DEBUG, "closing the lock", e);
        }
    }
}
