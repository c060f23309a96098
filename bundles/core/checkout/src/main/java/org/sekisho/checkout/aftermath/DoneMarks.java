package org.sekisho.checkout.aftermath;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.checkout.books.OpenSteps;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * What was done but is not written yet. It is written with whatever the till writes next, so that no sale costs a flush more; a crash
 * before that only repeats a step. Safe for many threads.
 */
final class DoneMarks {

    private final Database database;
    private final Journal journal;
    private final OpenSteps table;
    private final Map<Long, Set<String>> open = new HashMap<>();
    private Set<Long> changed = new LinkedHashSet<>();
    private List<Fact> facts = new ArrayList<>();

    DoneMarks(Database database, Journal journal, OpenSteps table) {
        this.database = database;
        this.journal = journal;
        this.table = table;
    }

    /** A sale's row with these steps is in the database. */
    synchronized void opened(long receipt, List<String> steps) {
        open.put(receipt, new LinkedHashSet<>(steps));
    }

    /** The sale no longer waits for the step. */
    synchronized void closed(long receipt, String step) {
        open.getOrDefault(receipt, new LinkedHashSet<>()).remove(step);
        changed.add(receipt);
    }

    /** To be journalled with the rest. */
    synchronized void note(Fact fact) {
        facts.add(fact);
    }

    /** How many there are to write. */
    synchronized int size() {
        return changed.size() + facts.size();
    }

    /** Runs a transaction of the till's and writes all there is along with it. */
    <T> T alongside(Database.Work<T> work) throws StorageFault {
        return alongside(database::transact, work);
    }

    /** The same by {@link Database#transactAhead}. */
    <T> T alongsideAhead(Database.Work<T> work) throws StorageFault {
        return alongside(database::transactAhead, work);
    }

    private <T> T alongside(Way<T> way, Database.Work<T> work) throws StorageFault {
        Batch batch = take();
        boolean written = false;
        try {
            T result = way.run(tx -> {
                write(tx, batch);
                return work.in(tx);
            });
            written = true;
            return result;
        } finally {
            if (!written) {
                giveBack(batch);
            }
        }
    }

    private void write(Transaction tx, Batch batch) throws SQLException, StorageFault {
        for (Fact fact : batch.facts) {
            append(tx, fact);
        }
        for (Map.Entry<Long, List<String>> sale : batch.left.entrySet()) {
            table.update(tx, sale.getKey(), sale.getValue());
        }
    }

    @SuppressWarnings("EmptyCatch")
    private void append(Transaction tx, Fact fact) throws SQLException, StorageFault {
        try {
            journal.append(tx, fact);
        } catch (IllegalArgumentException e) {
            // A step's mistake, found before anything was written: it must not stop the sale that carries it.
        }
    }

    private synchronized Batch take() {
        Map<Long, List<String>> left = new HashMap<>();
        for (long receipt : changed) {
            Set<String> steps = open.getOrDefault(receipt, Set.of());
            left.put(receipt, List.copyOf(steps));
        }
        left.forEach((receipt, steps) -> {
            if (steps.isEmpty()) {
                open.remove(receipt);
            }
        });
        Batch batch = new Batch(left, facts);
        changed = new LinkedHashSet<>();
        facts = new ArrayList<>();
        return batch;
    }

    private synchronized void giveBack(Batch batch) {
        changed.addAll(batch.left.keySet());
        facts.addAll(0, batch.facts);
    }

    /** How a transaction is run. */
    private interface Way<T> {
        T run(Database.Work<T> work) throws StorageFault;
    }

    /** @param left the steps still open, by receipt number */
    private record Batch(Map<Long, List<String>> left, List<Fact> facts) {}
}
