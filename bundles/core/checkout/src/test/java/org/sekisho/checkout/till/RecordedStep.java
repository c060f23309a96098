package org.sekisho.checkout.till;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.AftermathStep;

/** A printer or drawer that notes what it was asked, and fails as often as it was told to. */
final class RecordedStep implements AftermathStep {

    final List<String> done = new CopyOnWriteArrayList<>();
    private final Deque<Exception> faults = new ArrayDeque<>();
    private final String name;
    private final boolean survives;

    private RecordedStep(String name, boolean survives) {
        this.name = name;
        this.survives = survives;
    }

    static RecordedStep receipt() {
        return new RecordedStep("receipt", true);
    }

    static RecordedStep drawer() {
        return new RecordedStep("drawer", false);
    }

    synchronized void failOnceWith(Exception fault) {
        faults.add(fault);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return survives ? 20 : 10;
    }

    @Override
    public boolean concerns(ClosedSale sale) {
        return true;
    }

    @Override
    public boolean survivesRestart() {
        return survives;
    }

    @Override
    public Optional<String> recordedAs() {
        return survives ? Optional.of("ReceiptPrinted") : Optional.empty();
    }

    @Override
    public synchronized void perform(ClosedSale sale, boolean repeat) throws Exception {
        Exception fault = faults.poll();
        if (fault != null) {
            throw fault;
        }
        done.add(sale.receiptNumber() + (repeat ? " again" : ""));
        notifyAll();
    }

    /** Waits until it was done so many times, retries and all. */
    synchronized void awaitDone(int times) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (done.size() < times) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(name + " was done " + done.size() + " times");
            }
            wait(left);
        }
    }
}
