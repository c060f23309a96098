package org.sekisho.publishing.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.release.StaticFiles;

/** One at a time in a workspace, among the threads of a process and among processes. */
final class WorkspaceLock {

    /** A file's lock belongs to the whole process: a second thread would be refused instead of waiting. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private WorkspaceLock() {}

    /** Makes the folder if it must; waits for the lock. */
    static <T> T hold(Path folder, Callable<T> deed) throws IOException, PublishingFault {
        THREADS.lock();
        try {
            if (THREADS.getHoldCount() > 1) {
                return run(deed);
            }
            StaticFiles.createPrivateFolder(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("no lock in " + folder);
                }
                return run(deed);
            }
        } finally {
            THREADS.unlock();
        }
    }

    private static <T> T run(Callable<T> deed) throws IOException, PublishingFault {
        try {
            return deed.call();
        } catch (IOException | PublishingFault | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
