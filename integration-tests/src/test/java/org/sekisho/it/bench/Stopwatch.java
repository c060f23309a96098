package org.sekisho.it.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Reports;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.storage.Database;
import org.sekisho.store.Home;

/**
 * A bundle that sells in a register that runs, as the register page would, and takes the time. What it is to do stands in the file
 * {@code stopwatch} beside the home (a {@link Task}); what it finds stands in {@code stopwatch.times} when it is done, one line a sale
 * or a scan, in nanoseconds.
 */
public final class Stopwatch implements BundleActivator {

    /** How often an X is made after many sales. */
    static final int REPORTS = 30;

    private static final int WARM_UP = 500;
    private static final int LINES_OF_A_SALE = 5;
    private static final int LINES_OF_A_BASKET = 20;
    private static final Duration RECEIPTS_PATIENCE = Duration.ofSeconds(10);

    private final Random random = new Random(7);

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(() -> measure(context), "stopwatch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {}

    private void measure(BundleContext context) {
        try {
            Path home = service(context, Home.class).folder();
            Task task = Task.read(home.resolveSibling("stopwatch"));
            Path times = home.resolveSibling("stopwatch.new");
            try (BufferedWriter out = Files.newBufferedWriter(times)) {
                run(context, home, task, out);
            }
            Files.move(times, home.resolveSibling("stopwatch.times"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(BundleContext context, Path home, Task task, BufferedWriter out) throws Exception {
        Checkout checkout = service(context, Checkout.class);
        Database database = service(context, Database.class);
        Operator cashier = new Operator("tanaka", Role.CASHIER, false, false);
        checkout.makeReady();
        switch (task.kind()) {
            case "scan" -> scan(checkout, cashier, task, out);
            case "count" -> count(checkout, cashier, task, home);
            case "many" -> many(checkout, service(context, Reports.class), cashier, task, out);
            default -> {
                try (PlainShop plain = new PlainShop(context, database, home.resolveSibling("plain"));
                        RawFile raw = new RawFile(home.resolveSibling("raw"))) {
                    sell(checkout, cashier, task, plain, raw, out);
                }
            }
        }
    }

    /**
     * A line a sale: the whole of it, its closing alone, the same rows in plain HSQLDB, 1 KB appended; then the processor time of the
     * first and the third.
     */
    private void sell(Checkout checkout, Operator cashier, Task task, PlainShop plain, RawFile raw, BufferedWriter out)
            throws Exception {
        for (int sale = -WARM_UP; sale < task.rounds(); sale++) {
            List<String> codes = codes(task, LINES_OF_A_SALE);
            long worked = processorTime();
            long begun = System.nanoTime();
            OpenSale rung = checkout.begin(cashier);
            for (String code : codes) {
                rung.add(code, Quantity.ONE, Optional.empty(), Optional.empty());
            }
            long total = System.nanoTime();
            Money due = rung.totals().due();
            long tendered = System.nanoTime();
            ClosedSale closed = rung.tenderCash(due).orElseThrow();
            long ended = System.nanoTime();
            long work = processorTime() - worked;
            checkout.awaitAftermath(RECEIPTS_PATIENCE);
            boolean open = plain.hasOpenSteps();
            if (task.kind().equals("pause")) {
                while (open) {
                    Thread.sleep(20);
                    open = plain.hasOpenSteps();
                }
            } else {
                writeMarks(checkout, cashier, codes.get(0));
            }
            plain.look(closed);
            long plainWorked = processorTime();
            long plainly = plain.write(closed);
            long plainWork = processorTime() - plainWorked;
            plain.close(closed);
            long raws = raw.append();
            if (sale >= 0) {
                line(out, ended - tendered + total - begun, ended - tendered, plainly, raws, work, plainWork);
            }
        }
    }

    /** Nanoseconds that this thread has been on a processor; 0 where the system does not tell. */
    private static long processorTime() throws IOException {
        Path told = Path.of("/proc/thread-self/schedstat");
        return Files.exists(told) ? Long.parseLong(Files.readString(told).split(" ", 2)[0]) : 0;
    }

    /** A sale that is given up takes along what is still to be written about the one before, so that the next one need not. */
    private static void writeMarks(Checkout checkout, Operator cashier, String code) throws Exception {
        OpenSale abandoned = checkout.begin(cashier);
        abandoned.add(code, Quantity.ONE, Optional.empty(), Optional.empty());
        abandoned.abandon("between two sales");
    }

    /** A line a scan. */
    private void scan(Checkout checkout, Operator cashier, Task task, BufferedWriter out) throws Exception {
        for (int sale = -WARM_UP / 10; sale < task.rounds(); sale++) {
            OpenSale open = checkout.begin(cashier);
            for (String code : codes(task, LINES_OF_A_BASKET)) {
                long begun = System.nanoTime();
                open.add(code, Quantity.ONE, Optional.empty(), Optional.empty());
                long ended = System.nanoTime();
                if (sale >= 0) {
                    line(out, ended - begun);
                }
            }
            close(open);
            checkout.awaitAftermath(RECEIPTS_PATIENCE);
        }
    }

    /** Sells between the files {@code counting} and {@code stopwatch.times}, once {@code counted} is there, for somebody who counts flushes. */
    private void count(Checkout checkout, Operator cashier, Task task, Path home) throws Exception {
        for (int sale = 0; sale < task.rounds(); sale++) {
            if (sale == 1) {
                Files.createFile(home.resolveSibling("counting"));
                while (!Files.exists(home.resolveSibling("counted"))) {
                    Thread.sleep(20);
                }
            }
            OpenSale open = checkout.begin(cashier);
            for (String code : codes(task, LINES_OF_A_SALE)) {
                open.add(code, Quantity.ONE, Optional.empty(), Optional.empty());
            }
            close(open);
        }
    }

    /** A line a sale, the whole of it; then a line an X, and one for the Z. */
    private void many(Checkout checkout, Reports reports, Operator cashier, Task task, BufferedWriter out)
            throws Exception {
        for (int sale = -WARM_UP; sale < task.rounds(); sale++) {
            List<String> codes = codes(task, LINES_OF_A_SALE);
            long begun = System.nanoTime();
            OpenSale open = checkout.begin(cashier);
            for (String code : codes) {
                open.add(code, Quantity.ONE, Optional.empty(), Optional.empty());
            }
            close(open);
            long ended = System.nanoTime();
            if (sale >= 0) {
                line(out, ended - begun);
            }
        }
        Operator manager = new Operator("suzuki", Role.MANAGER, false, false);
        for (int report = 0; report < REPORTS; report++) {
            long begun = System.nanoTime();
            reports.x(manager);
            line(out, System.nanoTime() - begun);
        }
        long begun = System.nanoTime();
        reports.z(manager);
        line(out, System.nanoTime() - begun);
    }

    private static void close(OpenSale sale) throws Exception {
        if (sale.tenderCash(sale.totals().due()).isEmpty()) {
            throw new IllegalStateException("something is still due");
        }
    }

    private List<String> codes(Task task, int count) {
        return random.ints(count, 0, task.codes().size())
                .mapToObj(task.codes()::get)
                .toList();
    }

    private static void line(BufferedWriter out, long... nanos) throws IOException {
        out.write(String.join(" ", LongStream.of(nanos).mapToObj(Long::toString).toList()));
        out.newLine();
    }

    static <T> T service(BundleContext context, Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return tracker.waitForService(0);
    }
}
