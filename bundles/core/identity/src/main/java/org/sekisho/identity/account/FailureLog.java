package org.sekisho.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.journal.Journal;
import org.sekisho.storage.StorageFault;

/**
 * Journals failures that nothing else bounds (unknown, locked and retired names), at most six a minute, so that guessing can neither
 * fill the disk nor take the writer's turn from a sale. What is held back is counted in the next entry. Safe for many threads.
 */
final class FailureLog {

    private static final int ENTRIES = 6;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Journal journal;
    private Instant windowStart = Instant.EPOCH;
    private int written;
    private long heldBack;

    FailureLog(Journal journal) {
        this.journal = journal;
    }

    synchronized void note(Optional<String> knownName, FailureReason reason, Instant now) throws StorageFault {
        boolean sameWindow = !now.isBefore(windowStart) && now.isBefore(windowStart.plus(WINDOW));
        if (!sameWindow) {
            windowStart = now;
            written = 0;
        }
        if (written == ENTRIES) {
            heldBack++;
            return;
        }
        journal.record(Facts.signInFailed(knownName, reason, heldBack));
        written++;
        heldBack = 0;
    }
}
