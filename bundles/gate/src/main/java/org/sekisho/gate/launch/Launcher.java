package org.sekisho.gate.launch;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.boot.Phases;
import org.sekisho.gate.control.Call;
import org.sekisho.gate.control.ControlClient;
import org.sekisho.gate.control.SocketPlace;
import org.sekisho.gate.control.Terminal;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.vouch.Installation;

/** Decides where a command runs: in the register that runs on this home already, or in one that this process brings up. */
final class Launcher {

    private static final long LOCK_PAUSE = 50;

    private final Installation installation;
    private final Map<String, String> environment;
    private final Streams streams;
    private final Messages messages;
    private final Phases phases;
    private final Ending ending;
    private final Duration patience;

    /** @param patience how long to wait for another command that holds the home */
    Launcher(
            Path installation,
            Map<String, String> environment,
            Streams streams,
            Phases phases,
            Ending ending,
            Duration patience) {
        this.patience = patience;
        this.installation = new Installation(installation);
        this.environment = environment;
        this.streams = streams;
        this.messages = Messages.of(environment);
        this.phases = phases;
        this.ending = ending;
    }

    /** Returns the exit code. */
    int run(CommandLine line) throws Exception {
        HomeFolder home = new HomeFolder(line.home());
        if (line.command().equals(Optional.of("check")) && !line.asksForHelp()) {
            return new CheckCommand(installation, home, messages, streams.out(), streams.err(), Clock.systemUTC())
                    .run(line.arguments());
        }
        Call call = Call.here(line.arguments(), environment);
        if (line.command().equals(Optional.of("upgrade")) && !line.asksForHelp()) {
            return new UpgradeCommand(
                            installation, call.folder(), messages, streams.out(), streams.err(), Clock.systemUTC())
                    .run(line.arguments());
        }
        if (!home.exists() || line.asksForHelp()) {
            Optional<SocketChannel> register = home.exists() ? register(home) : Optional.empty();
            return register.isPresent() ? forward(register.get(), call) : boot(home, call, false);
        }
        return runInHome(home, line, call);
    }

    private int runInHome(HomeFolder home, CommandLine line, Call call) throws Exception {
        try {
            home.prepareRun();
        } catch (IOException e) {
            return fault("fault.home", home.path(), e.getMessage());
        }
        Instant deadline = Instant.now().plus(patience);
        do {
            Optional<SocketChannel> register = register(home);
            if (register.isPresent()) {
                if (line.command().equals(Optional.of("run"))) {
                    register.get().close();
                    return fault("fault.alreadyRunning", home.path());
                }
                return forward(register.get(), call);
            }
            Optional<HomeLock> lock = HomeLock.take(home.run());
            if (lock.isPresent()) {
                try {
                    return boot(home, call, true);
                } finally {
                    lock.get().close();
                }
            }
            Thread.sleep(LOCK_PAUSE);
        } while (Instant.now().isBefore(deadline));
        return fault("fault.busy", home.path(), patience.toSeconds());
    }

    private static Optional<SocketChannel> register(HomeFolder home) {
        return new SocketPlace(home.run()).connect();
    }

    private int forward(SocketChannel register, Call call) {
        try {
            return new ControlClient(streams.in(), streams.out(), streams.err(), new Terminal()).call(register, call);
        } catch (IOException e) {
            return fault("fault.lost");
        }
    }

    private int boot(HomeFolder home, Call call, boolean locked) throws Exception {
        return new BootCommand(installation, home, messages, streams, phases, ending).run(call, locked);
    }

    private int fault(String key, Object... facts) {
        streams.err().println(messages.say(key, facts));
        return Main.FAULT;
    }
}
