package org.sekisho.checkout.aftermath;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;

/** The one thread that does what follows the sales, and writes what was done when nothing else does. */
final class Worker implements Runnable {

    /** So long nobody sold anything: then what was done is written in a transaction of its own. */
    private static final Duration QUIET = Duration.ofMillis(400);

    /** So many marks are written even though there is more to do. */
    private static final int MANY = 16;

    /** How long to wait when there is nothing to write. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** How long to wait with writing again when it failed. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private final String lane;
    private final Backlog backlog;
    private final DoneMarks marks;
    private final Supplier<List<AftermathStep>> steps;
    private final SaleSource sales;
    private @Nullable Thread thread;

    Worker(String lane, Backlog backlog, DoneMarks marks, Supplier<List<AftermathStep>> steps, SaleSource sales) {
        this.lane = lane;
        this.backlog = backlog;
        this.marks = marks;
        this.steps = steps;
        this.sales = sales;
    }

    synchronized void start() {
        if (thread == null) {
            thread = new Thread(this, "sekisho-aftermath");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Lets it work until nothing can be done now or time is up. */
    synchronized void stop(Duration timeout) {
        if (thread == null) {
            return;
        }
        try {
            backlog.awaitSettled(timeout);
            backlog.stop();
            thread.join(timeout.toMillis());
            thread.interrupt();
            thread.join(timeout.toMillis());
        } catch (InterruptedException e) {
            backlog.stop();
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            boolean unwritable = false;
            while (!backlog.isStopped()) {
                FollowUp next = backlog.next(marks.size() == 0 ? IDLE : unwritable ? LATER : QUIET);
                if (next != null) {
                    work(next);
                }
                if (marks.size() > 0 && (next == null || marks.size() >= MANY)) {
                    unwritable = !write();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped: what is left is done again at the next start
        }
    }

    private void work(FollowUp next) {
        Optional<AftermathStep> step = steps.get().stream()
                .filter(candidate -> candidate.name().equals(next.step))
                .findFirst();
        if (step.isEmpty()) {
            failed(next, "nothing here does this step at the moment", false);
        } else if (next.leftOpen && !step.get().survivesRestart()) {
            close(next, "StepDropped", "the register was stopped before it was done");
        } else {
            perform(next, step.get());
        }
    }

    @SuppressWarnings("InterruptedExceptionSwallowed") // the interrupt flag is set again, and the loop ends
    private void perform(FollowUp next, AftermathStep step) {
        try {
            ClosedSale sale = next.sale;
            if (sale == null) {
                sale = sales.find(new ReceiptNumber(lane, next.receipt))
                        .orElseThrow(() -> new StepFault("the sale cannot be found", false, null));
            }
            step.perform(sale, next.repeat);
            step.recordedAs().ifPresent(type -> marks.note(fact(next, type)));
            marks.closed(next.receipt, next.step);
            backlog.done(next);
        } catch (StepFault e) {
            failed(next, step, said(e), e.begun());
        } catch (StorageFault e) {
            failed(next, said(e), false);
        } catch (Exception | LinkageError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failed(next, step, said(e), true);
        }
    }

    private void failed(FollowUp next, AftermathStep step, String reason, boolean begun) {
        if (step.survivesRestart()) {
            failed(next, reason, begun);
        } else {
            close(next, "StepFailed", reason); // it makes no sense later
        }
    }

    private void failed(FollowUp next, String reason, boolean begun) {
        next.repeat |= begun;
        if (backlog.failed(next, reason)) {
            marks.note(fact(next, "StepFailed", reason));
        }
    }

    private void close(FollowUp next, String type, String reason) {
        marks.note(fact(next, type, reason));
        marks.closed(next.receipt, next.step);
        backlog.done(next);
    }

    private boolean write() {
        try {
            marks.alongside(tx -> lane);
            return true;
        } catch (StorageFault | RuntimeException e) {
            return false; // kept for the next transaction; receipts are printed all the same
        }
    }

    private Fact fact(FollowUp done, String type) {
        JsonObject details = new JsonObject();
        details.addProperty("receiptNumber", new ReceiptNumber(lane, done.receipt).toString());
        details.addProperty("step", done.step);
        details.addProperty("repeat", done.repeat);
        return new Fact(type, 1, Fact.SYSTEM, details);
    }

    private Fact fact(FollowUp failed, String type, String reason) {
        Fact fact = fact(failed, type);
        fact.details().addProperty("reason", reason);
        return fact;
    }

    private static String said(Throwable fault) {
        String message = fault.getMessage();
        return PlainText.of(
                message == null || message.isBlank() ? fault.getClass().getSimpleName() : message);
    }
}
