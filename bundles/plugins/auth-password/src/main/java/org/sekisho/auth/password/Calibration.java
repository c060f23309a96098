package org.sekisho.auth.password;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many passes make a hash as dear as is wanted on this machine, by the quickest pass that this process has made: a machine that is
 * busy, or a program that is not compiled yet, is slower than what somebody who guesses would use. Safe for many threads.
 */
final class Calibration {

    /** Between a quarter and half a second; a till that is quicker one day than it was when this was reckoned stays above a quarter. */
    static final Duration WANTED = Duration.ofMillis(320);

    /** A stored hash that takes less here is made anew when its password is next known. */
    static final Duration LEAST_WANTED = Duration.ofMillis(250);

    private final Argon2Cost least;
    private final Duration wanted;
    private final Duration leastWanted;
    private final AtomicLong quickestPass = new AtomicLong(Long.MAX_VALUE);

    /** @param least passes and memory that a new hash has even where it takes longer; every new hash has this memory */
    Calibration(Argon2Cost least, Duration wanted, Duration leastWanted) {
        this.least = least;
        this.wanted = wanted;
        this.leastWanted = leastWanted;
    }

    static Calibration ofThisMachine() {
        return new Calibration(Argon2Cost.LEAST, WANTED, LEAST_WANTED);
    }

    /** Whether no pass was seen yet, so that {@link #cost} would be a guess. */
    boolean isNew() {
        return quickestPass.get() == Long.MAX_VALUE;
    }

    /** A hash of this cost took so long. */
    void took(Argon2Cost cost, long nanos) {
        if (cost.memoryKib() == least.memoryKib() && cost.lanes() == least.lanes()) {
            quickestPass.accumulateAndGet(Math.max(1, nanos / cost.passes()), Math::min);
        }
    }

    /** What a new hash costs; the least where nothing was seen. */
    Argon2Cost cost() {
        if (isNew()) {
            return least;
        }
        long passes = Math.round((double) wanted.toNanos() / quickestPass.get());
        return least.withPasses((int) Math.max(least.passes(), Math.min(passes, Argon2Cost.MOST_PASSES)));
    }

    boolean isTooCheap(Argon2Cost cost) {
        if (cost.isWeakerThan(least)) {
            return true;
        }
        boolean quick = !isNew()
                && cost.memoryKib() == least.memoryKib()
                && cost.passes() * (double) quickestPass.get() < leastWanted.toNanos();
        return quick && cost.passes() < cost().passes();
    }
}
