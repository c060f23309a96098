package org.sekisho.gate.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.boot.BundleOutput;
import org.sekisho.gate.boot.Phases;
import org.sekisho.gate.message.Messages;

/**
 * The process's first line. {@code bin/sekisho} starts it with the system property {@code sekisho.installation}.
 *
 * <p>It always ends the process itself: the framework's threads would keep it alive.
 */
public final class Main {

    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);

    private Main() {}

    public static void main(String[] typed) {
        Phases phases = new Phases();
        Ending ending = new Ending();
        ending.arm();
        ending.finish(run(List.of(typed), phases, ending));
    }

    private static int run(List<String> typed, Phases phases, Ending ending) {
        var environment = System.getenv();
        Streams streams = Streams.ofProcess();
        BundleOutput.divert(streams.err());
        Messages messages = Messages.of(environment);
        Optional<String> objection = ProcessCheck.ofThisProcess().objection(messages);
        if (objection.isPresent()) {
            streams.err().println(messages.say("refused.start"));
            streams.err().println(objection.get());
            return REFUSED;
        }
        String installation = System.getProperty("sekisho.installation", "");
        if (installation.isEmpty()) {
            streams.err().println(messages.say("fault.installation"));
            return FAULT;
        }
        CommandLine line;
        try {
            line = CommandLine.of(typed, environment);
        } catch (IllegalArgumentException e) {
            streams.err().println(messages.say("fault.usage.home"));
            return USAGE;
        }
        try {
            Path folder = Path.of(installation).toAbsolutePath().normalize();
            return new Launcher(folder, environment, streams, phases, ending, LOCK_PATIENCE).run(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAULT;
        } catch (Exception e) {
            streams.err().println(messages.say("fault.boot", String.valueOf(e.getMessage())));
            if (BundleOutput.isTraced()) {
                e.printStackTrace(streams.err());
            }
            return FAULT;
        }
    }
}
