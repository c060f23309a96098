package org.sekisho.gate.boot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;

/** One call into the code of a bundle, on a thread of its own: who waits for it does not wait for ever. */
final class BoundedCall {

    private final Call call;
    private final Call late;
    private final CompletableFuture<Optional<BundleException>> end = new CompletableFuture<>();

    /** @param late done after the call, on its thread, when nobody waits any more */
    BoundedCall(Call call, Call late) {
        this.call = call;
        this.late = late;
    }

    /**
     * @return whether it came to an end in time
     * @throws BundleException as the call did
     */
    boolean run(String name, Duration patience) throws BundleException {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
        Optional<BundleException> problem = await(patience);
        if (problem.isPresent()) {
            throw problem.get();
        }
        return !end.isCancelled();
    }

    private Optional<BundleException> await(Duration patience) {
        try {
            return end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp();
        }
    }

    private Optional<BundleException> giveUp() {
        return end.cancel(false) ? Optional.empty() : end.join();
    }

    private void work() {
        Optional<BundleException> problem = problemOf(call);
        if (!end.complete(problem)) {
            problemOf(late);
        }
    }

    private static Optional<BundleException> problemOf(Call call) {
        try {
            call.run();
            return Optional.empty();
        } catch (BundleException e) {
            return Optional.of(e);
        } catch (RuntimeException e) {
            return Optional.of(new BundleException(String.valueOf(e.getMessage()), e));
        }
    }

    /** What is done there. */
    @FunctionalInterface
    interface Call {
        void run() throws BundleException;
    }
}
