package org.sekisho.checkout.aftermath;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.WaitingStep;
import org.sekisho.checkout.books.OpenSteps;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/**
 * What follows the closed sales of one lane. A sale's steps are written as open in its own transaction and done after the commit, at
 * least once: whatever a crash left open is done again, marked as a repeat. Safe for many threads.
 */
public final class Aftermath {

    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final Database database;
    private final String lane;
    private final Supplier<List<AftermathStep>> steps;
    private final OpenSteps table;
    private final DoneMarks marks;
    private final Backlog backlog = new Backlog(System::nanoTime);
    private final Worker worker;

    /** The first receipt number of this run: what is open below it, an earlier run left open. Guarded by the database's turns. */
    private volatile long firstReceipt = Long.MAX_VALUE;

    private boolean resumed;

    /**
     * @param steps those there are at the moment
     * @param sales reads a sale that is no longer in memory
     */
    public Aftermath(
            Database database, Journal journal, String lane, Supplier<List<AftermathStep>> steps, SaleSource sales) {
        this.database = database;
        this.lane = lane;
        this.steps = steps;
        this.table = new OpenSteps(lane);
        this.marks = new DoneMarks(database, journal, table);
        this.worker = new Worker(lane, backlog, marks, steps, sales);
    }

    /** Runs one of the till's transactions and writes what was done since the last one along with it. */
    public <T> T transact(Database.Work<T> work) throws StorageFault {
        return marks.alongside(work);
    }

    /** The same by {@link Database#transactAhead}. */
    public <T> T transactAhead(Database.Work<T> work) throws StorageFault {
        return marks.alongsideAhead(work);
    }

    /** Writes the sale's steps as open in its own transaction; they begin once that is committed. */
    public void follow(Transaction tx, ClosedSale sale) throws SQLException {
        long receipt = sale.receiptNumber().number();
        firstReceipt = Math.min(firstReceipt, receipt);
        List<AftermathStep> concerned = steps.get().stream()
                .filter(step -> concerns(step, sale))
                .sorted(Comparator.comparingInt(AftermathStep::order))
                .toList();
        if (!concerned.isEmpty()) {
            List<String> names = concerned.stream().map(AftermathStep::name).toList();
            table.open(tx, receipt, names);
            tx.afterCommit(() -> queue(receipt, names, sale, false));
        }
    }

    /** Begins what a sale waits for whose commit was in doubt and turned out to have held. */
    public void takeUp(ClosedSale sale) throws StorageFault {
        long receipt = sale.receiptNumber().number();
        List<String> names = database.read(tx -> table.all(tx).getOrDefault(receipt, List.of()));
        queue(receipt, names, sale, false);
    }

    /** Takes up what earlier runs left open; once a run. Returns how many sales that were. */
    public synchronized int resume() throws StorageFault {
        if (resumed) {
            return 0;
        }
        // In a writer's turn, so that no sale of this run is half way.
        Map<Long, List<String>> open = database.transact(tx -> table.all(tx).headMap(firstReceipt));
        open.forEach((receipt, names) -> queue(receipt, names, null, true));
        resumed = true;
        return open.size();
    }

    /** Waits until nothing can be done now; false when time ran out. */
    public boolean await(Duration timeout) throws InterruptedException {
        return backlog.awaitSettled(timeout);
    }

    public List<WaitingStep> waiting() {
        return backlog.waiting(lane);
    }

    /** Finishes what can be done at once and writes what was done; the rest waits for the next run. */
    public void stop() throws StorageFault {
        worker.stop(DRAIN);
        if (marks.size() > 0) {
            marks.alongside(tx -> lane);
        }
    }

    private void queue(long receipt, List<String> names, @Nullable ClosedSale sale, boolean leftOpen) {
        marks.opened(receipt, names);
        for (String name : names) {
            backlog.add(new FollowUp(receipt, name, order(name), leftOpen, sale));
        }
        worker.start();
    }

    private static boolean concerns(AftermathStep step, ClosedSale sale) {
        try {
            return step.concerns(sale);
        } catch (RuntimeException | LinkageError e) {
            return true; // it says so again when it is done, where it costs no sale
        }
    }

    private int order(String name) {
        return steps.get().stream()
                .filter(step -> step.name().equals(name))
                .mapToInt(AftermathStep::order)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
