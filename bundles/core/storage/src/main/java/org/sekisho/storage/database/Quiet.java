package org.sekisho.storage.database;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Runs something whenever nothing has happened for a while: tidying up within a sale would make the customer wait. */
final class Quiet implements AutoCloseable {

    private final Timer timer = new Timer("sekisho-storage-quiet", true);
    private final long nanos;
    private volatile long last = System.nanoTime();

    /** @param work must not throw */
    Quiet(Duration quiet, Runnable work) {
        nanos = quiet.toNanos();
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        if (System.nanoTime() - last > nanos) {
                            work.run();
                        }
                    }
                },
                quiet.toMillis(),
                quiet.toMillis());
    }

    /** Something happened just now. */
    void disturb() {
        last = System.nanoTime();
    }

    /** Begins nothing more; what is running goes on to its end. */
    @Override
    public void close() {
        timer.cancel();
    }
}
