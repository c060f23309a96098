package org.sekisho.gate.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.vouch.Installation;
import org.sekisho.gate.vouch.PlatformUpdate;
import org.sekisho.gate.vouch.Slots;

/**
 * {@code sekisho upgrade --from DIR|URL} and {@code --back}: for whoever owns the installation. It needs no home, boots nothing in this
 * process, and leaves a running register alone: that follows at its next start.
 */
final class UpgradeCommand {

    private final Installation installation;
    private final Path workingFolder;
    private final Messages messages;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    UpgradeCommand(
            Installation installation,
            Path workingFolder,
            Messages messages,
            PrintStream out,
            PrintStream err,
            Clock clock) {
        this.installation = installation;
        this.workingFolder = workingFolder;
        this.messages = messages;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    int run(List<String> arguments) {
        List<String> options = new ArrayList<>(arguments);
        options.remove("upgrade");
        Optional<String> from = from(options);
        boolean back = options.equals(List.of("--back"));
        if (from.isPresent() == back) {
            err.println(messages.say("fault.usage.upgrade"));
            return Main.USAGE;
        }
        try {
            Path base = Slots.of(installation).base();
            if (!Files.isWritable(base)) {
                err.println(messages.say("upgrade.notOwner", base));
                return Main.FAULT;
            }
            return back ? back() : take(from.get());
        } catch (TrustRefusal refusal) {
            err.println(new Sentences(messages)
                    .of(new Refused(refusal, Consequence.NOT_INSTALLED), clock.instant())
                    .sentence());
            return Main.REFUSED;
        } catch (IOException e) {
            err.println(messages.say("fault.upgrade", String.valueOf(e.getMessage())));
            return Main.FAULT;
        }
    }

    private static Optional<String> from(List<String> options) {
        if (options.size() == 2 && options.get(0).equals("--from")) {
            return Optional.of(options.get(1));
        }
        return options.size() == 1 && options.get(0).startsWith("--from=")
                ? Optional.of(options.get(0).substring("--from=".length()))
                : Optional.empty();
    }

    private int take(String from) throws TrustRefusal, IOException {
        Trial trial = new Trial();
        PlatformUpdate.Outcome outcome = new PlatformUpdate(installation, clock)
                .take(source(from), file -> out.println(messages.say("upgrade.file", file)), trial::starts);
        return told(outcome, "upgrade.taken", trial);
    }

    private int back() throws IOException {
        Trial trial = new Trial();
        return told(new PlatformUpdate(installation, clock).back(trial::starts), "upgrade.back", trial);
    }

    private int told(PlatformUpdate.Outcome outcome, String taken, Trial trial) {
        switch (outcome) {
            case TAKEN -> out.println(messages.say(taken));
            case NOTHING_NEWER -> out.println(messages.say("upgrade.nothing"));
            case IN_USE -> err.println(messages.say("upgrade.inUse"));
            case DOES_NOT_START -> err.println(messages.say("upgrade.doesNotStart", trial.said()));
            case BUSY -> err.println(messages.say("upgrade.busy"));
            case NONE_BEFORE -> err.println(messages.say("upgrade.noneBefore"));
        }
        return switch (outcome) {
            case TAKEN, NOTHING_NEWER -> 0;
            case IN_USE, BUSY, NONE_BEFORE -> Main.FAULT;
            case DOES_NOT_START -> Main.REFUSED;
        };
    }

    private Fetcher source(String from) throws IOException {
        try {
            return from.matches("(?i)https?://.*")
                    ? Fetcher.of(URI.create(from))
                    : Fetcher.of(workingFolder.resolve(from).normalize());
        } catch (IllegalArgumentException e) {
            throw new IOException(from, e);
        }
    }
}
