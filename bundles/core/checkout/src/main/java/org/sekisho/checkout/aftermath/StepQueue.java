package org.sekisho.checkout.aftermath;

import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * All sales that wait for one step, in the order they closed: a receipt that cannot be printed holds back the later receipts, not
 * the drawer. Not safe for threads: {@link Backlog} guards it.
 */
final class StepQueue {

    private static final long FIRST_RETRY = Duration.ofMillis(500).toNanos();
    private static final long LAST_RETRY = Duration.ofSeconds(5).toNanos();

    final ArrayDeque<FollowUp> waiting = new ArrayDeque<>();

    /** Why the first one failed last; null where it did not. */
    @Nullable
    String reason;

    private long pause;
    private long retryAt;

    void succeeded() {
        waiting.removeFirst();
        reason = null;
        pause = 0;
    }

    /** Leaves the first one where it is, until a pause that doubles up to five seconds is over. */
    void failed(String why, long now) {
        reason = why;
        pause = pause == 0 ? FIRST_RETRY : Math.min(2 * pause, LAST_RETRY);
        retryAt = now + pause;
    }

    /** Nanoseconds until the first one may be tried; 0 or less when it may be now. */
    long pause(long now) {
        return reason == null ? 0 : retryAt - now;
    }
}
