package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceRegistration;
import org.sekisho.gate.program.Invocation;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code sekisho run}: the register, until Ctrl-C. */
@CommandLine.Command
final class RunCommand extends Command {

    /** How long a stop waits for receipts that are still being printed; what is open then is resumed at the next start. */
    private static final Duration LAST_RECEIPTS = Duration.ofSeconds(5);

    @Option(names = "--until-ready", descriptionKey = "run.until-ready")
    private boolean untilReady;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "run.port")
    private int port = PageOffer.USUAL_PORT;

    private @Nullable ServiceRegistration<Invocation> page;

    RunCommand(Register register, Console console) {
        super(register, console);
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 0xFFFF) {
            throw console.fault(CommandFault.USAGE, "run.bad-port", Integer.toString(port));
        }
        Map<String, Long> phases = new LinkedHashMap<>(console.invocation().phases());
        timed(phases, "database", register::open);
        timed(phases, "ready", () -> register.checkout().makeReady());
        if (untilReady) {
            phases.forEach((phase, millis) -> console.out().println(phase + " " + millis + " ms"));
            return CommandFault.DONE;
        }
        ExecutorService clerk = Executors.newSingleThreadExecutor(work -> daemon(work, "sekisho-refusals"));
        try {
            register.gate().onRefusal(refusal -> clerk.execute(this::journalRefusals));
            if (register.extensions().wasSetBack()) {
                console.note("run.set-back");
            }
            record("RegisterStarted");
            int waiting = register.checkout().resume();
            if (waiting > 0) {
                console.say("run.resumed", waiting);
            }
            new LeftOpen(register.checkout(), console).tell();
            serve();
            record("RegisterStopped");
            return CommandFault.DONE;
        } finally {
            clerk.shutdown();
        }
    }

    private void serve() throws IOException, InterruptedException, HomeFault {
        console.invocation().serve(this::showBanner);
        if (page != null) {
            page.unregister();
        }
        new OwedReceipts(register.checkout(), console).await(LAST_RECEIPTS);
    }

    private void showBanner() {
        new Banner(console).summary(register.gate());
        console.say("run.sells", register.home().folder());
        console.say(
                "run.try",
                System.getProperty("sekisho.installation", "."),
                register.home().folder());
        console.say("run.stop");
        console.out().flush();
        page = register.page().make(console.invocation(), port, console.language());
    }

    private void record(String type) throws StorageFault {
        JsonObject details = new JsonObject();
        details.addProperty("bundles", register.gate().loaded().size());
        details.addProperty("development", register.gate().isDevelopment());
        register.journal().record(new Fact(type, 1, Fact.SYSTEM, details));
    }

    private void journalRefusals() {
        try {
            Refusals.journalWaiting(register);
        } catch (StorageFault e) {
            console.note("fault.unexpected", e.getMessage());
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void timed(Map<String, Long> phases, String phase, Phase work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        phases.put(phase, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /** One phase of the start. */
    @FunctionalInterface
    private interface Phase {
        void run() throws Exception;
    }
}
