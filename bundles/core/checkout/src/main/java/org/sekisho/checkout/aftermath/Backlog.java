package org.sekisho.checkout.aftermath;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.WaitingStep;

/** What is still to be done, and what may be tried now. Safe for many threads; one of them works it off. */
final class Backlog {

    /** Sales kept in memory for one step; later ones are read again when their turn comes. */
    private static final int KEPT = 100;

    private static final Comparator<FollowUp> TURN =
            Comparator.<FollowUp>comparingLong(f -> f.receipt).thenComparingInt(f -> f.order);

    private final Map<String, StepQueue> queues = new LinkedHashMap<>();
    private final LongSupplier nanos;
    private @Nullable FollowUp running;
    private boolean stopped;

    /** @param nanos a clock that never goes back */
    Backlog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void add(FollowUp followUp) {
        StepQueue queue = queues.computeIfAbsent(followUp.step, step -> new StepQueue());
        if (queue.waiting.size() >= KEPT) {
            followUp.sale = null;
        }
        queue.waiting.addLast(followUp);
        notifyAll();
    }

    /** What is to be done next; null when nothing came up within {@code patience}, or when it was stopped. */
    synchronized @Nullable FollowUp next(Duration patience) throws InterruptedException {
        long deadline = nanos.getAsLong() + patience.toNanos();
        while (!stopped) {
            long now = nanos.getAsLong();
            FollowUp next = runnable(now);
            if (next != null) {
                running = next;
                return next;
            }
            long wait = Math.min(deadline - now, shortestPause(now));
            if (deadline - now <= 0) {
                return null;
            }
            wait(Math.max(1, Duration.ofNanos(wait).toMillis()));
        }
        return null;
    }

    synchronized void done(FollowUp followUp) {
        queue(followUp).succeeded();
        settle();
    }

    /** The step will be tried again; true when the reason is another than last time. */
    synchronized boolean failed(FollowUp followUp, String reason) {
        StepQueue queue = queue(followUp);
        boolean news = !reason.equals(queue.reason);
        queue.failed(reason, nanos.getAsLong());
        settle();
        return news;
    }

    /** Waits until nothing can be tried now; false when time ran out. */
    synchronized boolean awaitSettled(Duration timeout) throws InterruptedException {
        long deadline = nanos.getAsLong() + timeout.toNanos();
        while (running != null || runnable(nanos.getAsLong()) != null) {
            long left = deadline - nanos.getAsLong();
            if (left <= 0 || stopped) {
                return false;
            }
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        return true;
    }

    synchronized List<WaitingStep> waiting(String lane) {
        List<WaitingStep> steps = new ArrayList<>();
        queues.forEach((step, queue) -> {
            if (queue.reason != null) {
                ReceiptNumber first = new ReceiptNumber(lane, queue.waiting.getFirst().receipt);
                steps.add(new WaitingStep(step, first, queue.waiting.size(), queue.reason));
            }
        });
        return steps;
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    private StepQueue queue(FollowUp followUp) {
        StepQueue queue = queues.get(followUp.step);
        if (queue == null || queue.waiting.peekFirst() != followUp) {
            throw new IllegalStateException("not the one in turn: " + followUp.step + " of " + followUp.receipt);
        }
        return queue;
    }

    private void settle() {
        running = null;
        notifyAll();
    }

    private @Nullable FollowUp runnable(long now) {
        return queues.values().stream()
                .filter(queue -> !queue.waiting.isEmpty() && queue.pause(now) <= 0)
                .map(queue -> queue.waiting.getFirst())
                .min(TURN)
                .orElse(null);
    }

    private long shortestPause(long now) {
        return queues.values().stream()
                .filter(queue -> !queue.waiting.isEmpty())
                .mapToLong(queue -> queue.pause(now))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
