package org.sekisho.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.control.Call;
import org.sekisho.gate.control.ControlClient;
import org.sekisho.gate.control.SocketPlace;

/** Gives commands to a running register by its control socket, as {@code bin/sekisho} does, but without a process of its own. */
final class Caller {

    /** The exit code of a call whose register went away. */
    static final int GONE = -1;

    private final Register register;

    Caller(Register register) {
        this.register = register;
    }

    /** Returns with {@link #GONE} and what it had said by then when the register dies meanwhile. */
    Answer call(InputStream in, List<Object> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = GONE;
        try (PrintStream toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream toErr = new PrintStream(err, false, StandardCharsets.UTF_8);
                var socket = new SocketPlace(register.home().resolve("run"))
                        .connect()
                        .orElseThrow(() -> new IOException("no register runs"))) {
            ControlClient client = new ControlClient(in, toOut, toErr, (prompt, hidden) -> Optional.empty());
            Map<String, String> environment = Map.of("LANG", "C.UTF-8");
            code = client.call(
                    socket,
                    new Call(
                            arguments.stream().map(Object::toString).toList(),
                            register.folder().toAbsolutePath(),
                            environment));
        } catch (IOException | UncheckedIOException gone) {
            err.writeBytes(String.valueOf(gone).getBytes(StandardCharsets.UTF_8));
        }
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Answer byManager(Object... arguments) {
        return call(InputStream.nullInputStream(), as("manager", List.of(arguments)));
    }

    Answer byCashier(Object... arguments) {
        return call(InputStream.nullInputStream(), as("tanaka", List.of(arguments)));
    }

    /** Rings as the cashier, the manager standing by. */
    Answer ring(InputStream lines) {
        List<Object> ring = new ArrayList<>(as("tanaka", List.of("ring", "--json")));
        ring.addAll(List.of(
                "--approver",
                "manager",
                "--approver-password-file",
                register.folder().resolve("manager.pw")));
        return call(lines, ring);
    }

    private List<Object> as(String name, List<Object> arguments) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of("--as", name, "--password-file", register.folder().resolve(name + ".pw")));
        return all;
    }
}
