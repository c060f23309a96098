package org.sekisho.it;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One SIGKILL to a running register, some time after {@link #begin}, by a thread of its own. */
final class Cut {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Running running;
    private final BooleanSupplier seen;
    private final double millis;
    private final Thread killer = new Thread(this::kill, "killer");
    private long begun;
    private double took = -1;

    /**
     * @param seen what must have happened before the time begins to run
     * @param millis how long it then lives on
     */
    Cut(Running running, BooleanSupplier seen, double millis) {
        this.running = running;
        this.seen = seen;
        this.millis = millis;
    }

    void begin() {
        begun = System.nanoTime();
        killer.start();
    }

    private void kill() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!seen.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(200_000);
        }
        long at = System.nanoTime() + (long) (millis * 1e6);
        for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        running.kill();
    }

    /** What was to be cut was done before; waits for the end all the same. */
    void missed() {
        took = (System.nanoTime() - begun) / 1e6;
        await();
    }

    void await() {
        try {
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    double millis() {
        return millis;
    }

    /** How long the whole step took in milliseconds; negative where it was cut. */
    double took() {
        return took;
    }
}
