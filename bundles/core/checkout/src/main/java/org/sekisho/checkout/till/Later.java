package org.sekisho.checkout.till;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does a little later, one after the other, what nobody waits for. */
final class Later implements Executor, AutoCloseable {

    private final Duration after;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Later::daemon);

    Later(Duration after) {
        this.after = after;
    }

    @Override
    public void execute(Runnable work) {
        Future<?> unused = thread.schedule(() -> carryOut(work), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void carryOut(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            System.getLogger(Later.class.getName()).log(System.Logger.Level.WARNING, "an open sale was not kept", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sekisho-open-sales");
        thread.setDaemon(true);
        return thread;
    }
}
