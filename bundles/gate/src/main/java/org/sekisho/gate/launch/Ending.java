package org.sekisho.gate.launch;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process in order when it is asked to (Ctrl-C, SIGTERM): whoever serves stops serving, the rest of the command runs
 * to its end, and its exit code is the process's. Who does not end in time is ended.
 */
final class Ending {

    /** Of which the first part is for running invocations, the rest for the framework. */
    private static final long PATIENCE_SECONDS = 30;

    private static final int INTERRUPTED = 130;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int code = INTERRUPTED;
    private Closeable onRequest = () -> {};
    private boolean requested;

    /** Starts to listen for the request. */
    void arm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::request, "ending"));
    }

    /** Closes it when the process is asked to end; at once if that was before. */
    void onRequest(Closeable served) throws IOException {
        synchronized (this) {
            if (!requested) {
                onRequest = served;
                return;
            }
        }
        served.close();
    }

    /** Ends the process with this code, wherever the request stands. */
    void finish(int exitCode) {
        code = exitCode;
        finished.countDown();
        System.exit(exitCode);
    }

    private void request() {
        if (finished.getCount() == 0) {
            return;
        }
        try {
            Closeable served;
            synchronized (this) {
                requested = true;
                served = onRequest;
            }
            served.close();
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            // Then it ends without.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
