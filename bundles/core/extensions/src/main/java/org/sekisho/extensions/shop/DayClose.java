package org.sekisho.extensions.shop;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.typedevent.UntypedEventHandler;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.journal.Journal;
import org.sekisho.storage.StorageFault;

/**
 * Stops, once a Z report closed the day, what the integrator took back for then, and writes that down. On a thread of its own: a bundle may take
 * its time to stop, and other events do not wait for it.
 */
@Component(property = "event.topics=org/sekisho/ZReport")
public final class DayClose implements UntypedEventHandler {

    private final GateControl gate;
    private final Journal journal;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "day close");
        worker.setDaemon(true);
        return worker;
    });

    @Activate
    public DayClose(@Reference GateControl gate, @Reference Journal journal) {
        this.gate = gate;
        this.journal = journal;
    }

    @Override
    public void notifyUntyped(String topic, Map<String, Object> event) {
        try {
            thread.execute(this::close);
        } catch (RejectedExecutionException ending) {
            // It is left out at the next start anyway.
        }
    }

    private void close() {
        try {
            for (LoadedBundle stopped : gate.dayClosed(Locale.ROOT).stopped()) {
                journal.record(Facts.stopped(stopped));
            }
        } catch (Declined | IOException e) {
            // It is left out at the next start anyway.
        } catch (StorageFault fault) {
            // It stopped; what the lists say of it is in the journal already.
        }
    }

    @Deactivate
    void end() {
        thread.shutdown();
    }
}
