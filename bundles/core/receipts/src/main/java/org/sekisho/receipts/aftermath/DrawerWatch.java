package org.sekisho.receipts.aftermath;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.devices.Devices;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.StorageFault;

/**
 * Looks at the drawer once a second from each opening until it is shut, and tells the journal when it has been open too long, once an
 * opening. A drawer without a sensor, or one that does not answer, is not watched. Safe for many threads.
 */
final class DrawerWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DrawerWatch.class.getName());

    private final Devices devices;
    private final Journal journal;
    private final LongSupplier nanos;
    private @Nullable ScheduledExecutorService thread;
    private boolean watching;
    private boolean told;
    private long since;

    /** @param nanos a clock that never goes back */
    DrawerWatch(Devices devices, Journal journal, LongSupplier nanos) {
        this.devices = devices;
        this.journal = journal;
        this.nanos = nanos;
    }

    /** It was kicked open just now; an alarm that is on stays on until it was shut. */
    synchronized void opened() {
        if (!told) {
            since = nanos.getAsLong();
        }
        watching = true;
        if (thread == null) {
            ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(DrawerWatch::daemon);
            Future<?> looks = made.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
            assert !looks.isDone();
            thread = made;
        }
    }

    /** Looks once. */
    synchronized void look() {
        if (!watching) {
            return;
        }
        try {
            devices.withDrawer(drawer -> seen(drawer.state()));
        } catch (DeviceFault e) {
            LOG.log(System.Logger.Level.DEBUG, "the drawer is not watched: " + e.getMessage());
            watching = false;
            told = false;
        }
    }

    private void seen(CashDrawer.State state) {
        Duration open = Duration.ofNanos(nanos.getAsLong() - since);
        if (state == CashDrawer.State.OPEN) {
            if (!told && open.compareTo(devices.drawerAlarm()) >= 0) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The cash drawer has been open for " + open.toSeconds() + " seconds. Sales go on: shut it.");
                told = record("DrawerLeftOpen", open);
            }
            return;
        }
        if (told && state == CashDrawer.State.CLOSED && !record("DrawerShut", open)) {
            return;
        }
        watching = false;
        told = false;
    }

    /** False when it has to be tried again. */
    private boolean record(String type, Duration open) {
        JsonObject details = new JsonObject();
        details.addProperty("seconds", open.toSeconds());
        try {
            journal.record(new Fact(type, 1, Fact.SYSTEM, details));
            return true;
        } catch (StorageFault e) {
            LOG.log(System.Logger.Level.WARNING, "that the drawer is open was not recorded yet: " + e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void close() {
        watching = false;
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sekisho-drawer-watch");
        thread.setDaemon(true);
        return thread;
    }
}
