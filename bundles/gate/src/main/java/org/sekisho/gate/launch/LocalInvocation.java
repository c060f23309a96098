package org.sekisho.gate.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.boot.Phases;
import org.sekisho.gate.boot.Register;
import org.sekisho.gate.control.Call;
import org.sekisho.gate.control.ControlServer;
import org.sekisho.gate.control.SocketPlace;
import org.sekisho.gate.control.Terminal;
import org.sekisho.gate.program.Invocation;
import org.sekisho.gate.program.Program;

/** The invocation that started this process; its person sits right here. */
final class LocalInvocation implements Invocation {

    private final Call call;
    private final Streams streams;
    private final Program program;
    private final Register register;
    private final HomeFolder home;
    private final Phases phases;
    private final Ending ending;

    LocalInvocation(
            Call call,
            Streams streams,
            Program program,
            Register register,
            HomeFolder home,
            Phases phases,
            Ending ending) {
        this.call = call;
        this.streams = streams;
        this.program = program;
        this.register = register;
        this.home = home;
        this.phases = phases;
        this.ending = ending;
    }

    @Override
    public void serve(Runnable listening) throws IOException {
        try (ControlServer server = new ControlServer(new SocketPlace(home.run()), program, this::phases)) {
            ending.onRequest(server);
            listening.run();
            register.startServing();
            server.serve();
        }
    }

    @Override
    public Optional<char[]> ask(String prompt, boolean hidden) {
        streams.out().flush();
        streams.err().flush();
        return new Terminal().ask(prompt, hidden);
    }

    @Override
    public List<String> arguments() {
        return call.arguments();
    }

    @Override
    public Path workingFolder() {
        return call.folder();
    }

    @Override
    public Map<String, String> environment() {
        return call.environment();
    }

    @Override
    public InputStream in() {
        return streams.in();
    }

    @Override
    public PrintStream out() {
        return streams.out();
    }

    @Override
    public PrintStream err() {
        return streams.err();
    }

    @Override
    public Map<String, Long> phases() {
        return phases.milliseconds();
    }
}
