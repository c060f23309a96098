package org.sekisho.inspection.all;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.api.inspection.FileInspector;
import org.sekisho.api.inspection.Verdict;
import org.sekisho.inspection.Inspection;

/**
 * Asks all inspectors at once, each with a copy of the file and a time limit. An inspector is a plugin: one that throws, answers
 * nothing or does not answer in time has not scanned, and none of them can change what the others see.
 */
@Component
public final class InspectionByAll implements Inspection {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<FileInspector> inspectors = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(InspectionByAll::worker);
    private final Duration patience;

    @Activate
    public InspectionByAll() {
        this(PATIENCE);
    }

    InspectionByAll(Duration patience) {
        this.patience = patience;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addInspector(FileInspector inspector) {
        inspectors.add(inspector);
    }

    void removeInspector(FileInspector inspector) {
        inspectors.remove(inspector);
    }

    @Deactivate
    void stop() {
        workers.shutdownNow();
    }

    @Override
    public Verdict inspect(String fileName, byte[] content) {
        List<Future<Verdict>> asked = inspectors.stream()
                .map(inspector -> workers.submit(() -> ask(inspector, fileName, content.clone())))
                .toList();
        long deadline = System.nanoTime() + patience.toNanos();
        return Verdicts.worst(
                asked.stream().map(answer -> await(answer, deadline)).toList());
    }

    private static Verdict ask(FileInspector inspector, String fileName, byte[] content) {
        @Nullable Verdict verdict = inspector.inspect(fileName, content);
        return verdict == null ? new Verdict.Unavailable(inspector.name() + " gave no answer") : verdict;
    }

    private Verdict await(Future<Verdict> answer, long deadline) {
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return new Verdict.Unavailable("an antivirus hook failed: " + e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Verdict.Unavailable("an antivirus hook did not answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Verdict.Unavailable("the register is stopping");
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "inspection");
        thread.setDaemon(true);
        return thread;
    }
}
