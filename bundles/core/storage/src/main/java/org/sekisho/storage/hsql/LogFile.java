package org.sekisho.storage.hsql;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The log as it grows: how far it is written, how far it is on the disk for sure, how often it was flushed. After the first failure
 * it takes nothing more, so that no later commit can stand behind a half one. Safe for many threads.
 */
final class LogFile extends OutputStream {

    /** Where the bytes go. */
    interface Target {
        void write(byte[] bytes, int offset, int length) throws IOException;

        void sync() throws IOException;

        void close() throws IOException;
    }

    private final Target target;
    private final long base;
    private long written;
    private long synced;
    private long syncs;
    private @Nullable IOException failure;
    /** Whether flushes are put off now, and whether one was put off and not made up for. */
    private boolean holding;

    private boolean owing;

    /** @param base bytes that stand in the file already */
    LogFile(Target target, long base) {
        this.target = target;
        this.base = base;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        refuseAfterFailure();
        try {
            target.write(bytes, offset, length);
            written += length;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    synchronized void sync() throws IOException {
        refuseAfterFailure();
        if (holding) {
            owing = true;
            return;
        }
        try {
            target.sync();
            synced = written;
            owing = false;
            syncs++;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void refuseAfterFailure() throws IOException {
        if (failure != null) {
            throw new IOException("the log failed before", failure);
        }
    }

    /** While that is so, flushes are put off; the next one after it makes up for them. */
    synchronized void holdFlushes(boolean hold) {
        holding = hold;
    }

    /** Why what was committed may not be on the disk, or null; while flushes are put off, only why it may not even be written. */
    synchronized @Nullable IOException confirm() {
        if (failure != null || holding) {
            return failure;
        }
        if (owing) {
            try {
                sync();
            } catch (IOException e) {
                return e;
            }
        }
        return failure();
    }

    /** Takes nothing more from now on. */
    synchronized void fail() {
        if (failure == null) {
            failure = new IOException("the log was given up");
        }
    }

    /** Why it takes nothing more, or null; also when something was written and never flushed. */
    synchronized @Nullable IOException failure() {
        if (failure == null && synced < written) {
            return new IOException("the log was written and not flushed");
        }
        return failure;
    }

    /** Up to which byte the file is on the disk for sure. */
    synchronized long synced() {
        return base + synced;
    }

    /** How long the file is. */
    synchronized long length() {
        return base + written;
    }

    synchronized long syncs() {
        return syncs;
    }

    @Override
    public synchronized void close() throws IOException {
        target.close();
    }
}
