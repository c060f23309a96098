package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One installation and one home in a private folder, used through {@code bin/sekisho} alone. */
final class Register {

    static final String MANAGER_PASSWORD = "Kx7!mQp2#vRt";
    static final String CASHIER_PASSWORD = "Wz4%nTb8&hLd";

    private final Path folder;
    private final Path installation;
    private final Map<String, String> environment = new TreeMap<>();

    Register(Path folder) {
        this(folder, Path.of(System.getProperty("sekisho.installation")));
    }

    Register(Path folder, Path installation) {
        this.folder = folder;
        this.installation = installation;
        environment.put("HOME", folder.resolve("user").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("user/config").toString());
        environment.put("LANG", "C.UTF-8");
    }

    Path home() {
        return folder.resolve("home");
    }

    Path folder() {
        return folder;
    }

    Path installation() {
        return installation;
    }

    Register with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A file beside the home, for passwords and scans. */
    /** A file that is the owner's alone, as those with a secret have to be. */
    Path file(String name, String content) {
        try {
            Path file = Files.writeString(folder.resolve(name), content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the home: a manager and a cashier named tanaka, both with final passwords, and the test shop's items. */
    Register initialise() {
        return initialise("items.csv");
    }

    Register initialise(String items) {
        must("", "init", "--manager-password-file", file("manager.pw", MANAGER_PASSWORD + "\n"));
        must(
                "",
                "users",
                "add",
                "tanaka",
                "--role",
                "cashier",
                "--new-password-file",
                file("tanaka.pw", CASHIER_PASSWORD + "\n"),
                "--as",
                "manager",
                "--password-file",
                folder.resolve("manager.pw"));
        must(
                "",
                "items",
                "import",
                resource(items),
                "--as",
                "manager",
                "--password-file",
                folder.resolve("manager.pw"));
        return this;
    }

    /** Adds an operator with a final password. */
    Register addOperator(String name, String role, String password) {
        Path file = file(name + ".pw", password + "\n");
        Answer answer = byManager("", "users", "add", name, "--role", role, "--new-password-file", file);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return this;
    }

    /** Rings sales that must close, as the cashier. */
    Answer mustRing(String scans) {
        Answer answer = ring(scans);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer;
    }

    /** Rings as the cashier, in JSON. */
    Answer ring(String scans) {
        return sekisho(scans, "ring", "--json", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
    }

    /** A command by the manager. */
    Answer byManager(String input, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as", "manager", "--password-file", folder.resolve("manager.pw")));
        return sekisho(input, all.toArray());
    }

    /** Sells one rice ball, whatever else goes on. */
    void sells() {
        Answer answer = ring("4901234567894\nCASH 130\n");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("\"receiptNumber\"");
    }

    /** A bundle that the register was delivered with. */
    Path bundle(String symbolicName) {
        try (Stream<Path> bundles = Files.list(installation.resolve("repository/targets/bundles"))) {
            return bundles.filter(file -> file.getFileName().toString().contains("." + symbolicName + "-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + symbolicName + " in " + installation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer must(String input, Object... arguments) {
        Answer answer = sekisho(input, arguments);
        assertThat(answer.exitCode()).as("%s%n%s", List.of(arguments), answer).isZero();
        return answer;
    }

    /** Runs one command to its end. */
    Answer sekisho(String input, Object... arguments) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = start(out, err, arguments);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closedEarly) {
                // A command that needs no input need not read it.
            }
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after 120 s: " + List.of(arguments));
            }
            Answer answer = new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts {@code sekisho run} and waits until it takes commands. */
    Running run() {
        return run(0);
    }

    /** The same, with its page on that port. */
    Running run(int port) {
        return new Running(this, port);
    }

    Process start(Path out, Path err, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        // A shell in the background lets its children ignore SIGINT; a register in a shop hears it.
        command.addAll(List.of("env", "--default-signal=INT"));
        command.addAll(command(arguments));
        return prepare(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /** Starts one command at a terminal of its own. */
    AtTerminal atTerminal(Object... arguments) throws IOException {
        String quoted = command(arguments).stream().collect(Collectors.joining("' '", "'", "'"));
        return new AtTerminal(
                prepare(List.of("script", "-qec", quoted, "/dev/null")).start());
    }

    /** The same, by somebody whose password {@link #addOperator} or {@link #initialise} wrote down. */
    AtTerminal atTerminalAs(String name, Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as", name, "--password-file", folder.resolve(name + ".pw")));
        return atTerminal(all.toArray());
    }

    private List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(installation.resolve("bin/sekisho").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.add("--home");
        command.add(home().toString());
        return command;
    }

    private ProcessBuilder prepare(List<String> command) throws IOException {
        Files.createDirectories(folder.resolve("user/config"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("SEKISHO_HOME");
        return builder;
    }

    static Path resource(String name) {
        return Path.of("src/test/resources", name).toAbsolutePath();
    }
}
