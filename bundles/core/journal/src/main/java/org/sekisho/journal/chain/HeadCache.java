package org.sekisho.journal.chain;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.Transaction;

/**
 * The head of this register's own lane, so that a sale need not ask for it. What an unfinished transaction appended is its own
 * until the commit; when another transaction comes before that is known, the database is asked again. Safe for many threads.
 */
final class HeadCache {

    private @Nullable Head committed;
    private @Nullable Transaction pendingIn;
    private Head pending = Head.NONE;

    /** The head as this transaction sees it. */
    synchronized Head head(Transaction tx, String lane) throws SQLException {
        if (pendingIn == tx) {
            return pending;
        }
        if (pendingIn != null) {
            // It was rolled back, or committed without a chance to say so.
            pendingIn = null;
            committed = null;
        }
        Head head = committed;
        if (head == null) {
            head = JournalTable.head(tx, lane);
            committed = head;
        }
        appended(tx, head); // so that a transaction which fails before it appends is known too
        return head;
    }

    /** The transaction appended. */
    synchronized void appended(Transaction tx, Head head) {
        pendingIn = tx;
        pending = head;
    }

    /** The transaction is on the disk. */
    synchronized void committed(Transaction tx) {
        if (pendingIn == tx) {
            committed = pending;
            pendingIn = null;
        }
    }
}
