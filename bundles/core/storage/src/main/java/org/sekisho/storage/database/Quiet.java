package org.sekisho.storage.database;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/** Runs something from time to time and says whether it is quiet: tidying up within a sale would make the customer wait. */
final class Quiet implements AutoCloseable {

    private final Timer timer = new Timer("sekisho-storage-quiet", true);
    private final long nanos;
    private volatile long last = System.nanoTime();

    /**
     * @param quiet how long nothing must have happened; also how often the work runs
     * @param work is told whether it is quiet; must not throw
     */
    Quiet(Duration quiet, Consumer<Boolean> work) {
        nanos = quiet.toNanos();
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        work.accept(System.nanoTime() - last > nanos);
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
