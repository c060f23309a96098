package org.sekisho.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which names are locked: each until the clock says that its time is over or, where the clock was set back, until this register has run
 * for the whole of that time since it first saw the lock. So setting the clock back opens nothing early, and a clock that was wrong by
 * years, and is put right, shuts nobody out for years. For one thread at a time.
 */
final class Locks {

    private final SteadyTime time;
    private final Map<Lock, Long> firstSeen = new HashMap<>();

    Locks(SteadyTime time) {
        this.time = time;
    }

    /** @param length how long a lock lasts */
    boolean holds(Account account, Instant now, Duration length) {
        Lock lock = new Lock(account.name(), account.lockedUntil());
        if (!now.isBefore(lock.until())) {
            firstSeen.remove(lock);
            return false;
        }
        return time.nanos() - see(lock) < length.toNanos();
    }

    /** A lock that was made just now. */
    void made(String name, Instant until) {
        see(new Lock(name, until));
    }

    /** One lock a name: an earlier one is over. */
    private long see(Lock lock) {
        firstSeen.keySet().removeIf(other -> other.name().equals(lock.name()) && !other.equals(lock));
        return firstSeen.computeIfAbsent(lock, one -> time.nanos());
    }

    private record Lock(String name, Instant until) {}
}
