package org.sekisho.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A demo shop whose register is started again and again, each time as it was after {@code init}. */
final class StartedShop {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path folder;
    private final Path installation;
    private final Path pristine;
    private final Path home;
    private final Path cache;
    private final Path bundles;
    private final Path password;
    private final List<String> launch;
    private final Map<String, String> environment = new TreeMap<>();

    StartedShop(Path folder, Path installation) throws IOException, InterruptedException {
        this.folder = folder;
        this.installation = installation.toRealPath();
        home = folder.resolve("home");
        pristine = folder.resolve("pristine");
        cache = folder.resolve("cache");
        bundles = folder.resolve("bundles");
        environment.put("HOME", folder.resolve("user").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("user/config").toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Files.createDirectories(folder.resolve("user/config"));
        Bundles.of(this.installation).write(bundles);
        launch = launch();
        password = Files.writeString(folder.resolve("password"), "Kx7!mQp2#vRt\n");
        startToLine(sekisho("init", "--demo", "--manager-password-file", password.toString()), "home: ");
        Scratch.copy(home, pristine);
    }

    /** Every start from now on has these items too; returns the milliseconds that it took. */
    double importItems(Path csv) throws IOException, InterruptedException {
        double millis = startToLine(
                sekisho("items", "import", csv.toString(), "--as", "manager", "--password-file", password.toString()),
                "items: ");
        Scratch.remove(pristine);
        Scratch.copy(home, pristine);
        return millis;
    }

    List<String> sekisho(String... command) {
        return command(List.of(installation.resolve("bin/sekisho").toString()), command, "--home", home.toString());
    }

    /** With the very flags of the launcher, but for those that say which module to start. */
    List<String> plain(String... command) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        java.addAll(flags());
        java.addAll(List.of(
                "-cp",
                Path.of(PlainFelix.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath()) + ":" + installation.resolve("lib/modules") + "/*",
                PlainFelix.class.getName(),
                bundles.toString(),
                home.toString(),
                cache.toString()));
        return command(java, command);
    }

    private static List<String> command(List<String> program, String[] command, String... more) {
        List<String> whole = new ArrayList<>(program);
        whole.addAll(List.of(command));
        whole.addAll(List.of(more));
        return whole;
    }

    /** The gate as {@code sekisho run} starts it, with another command: the launcher gives others fewer compilers. */
    List<String> asRun(String... command) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        java.addAll(launch);
        return command(java, command, "--home", home.toString());
    }

    /** What the launcher would start, up to the module: it starts a Java that only tells what it was given. */
    private List<String> launch() throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("teller/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\"; done\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Files.copy(
                Path.of(System.getProperty("java.home"), "release"),
                folder.resolve("teller").resolve("release"));
        ProcessBuilder teller =
                new ProcessBuilder(installation.resolve("bin/sekisho").toString(), "run");
        teller.environment().put("JAVA_HOME", folder.resolve("teller").toString());
        Process process = teller.start();
        List<String> told = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(told::add);
        }
        process.waitFor();
        return told.subList(0, told.indexOf("--module") + 2); // what follows is the command
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(launch.subList(0, launch.indexOf("--module")));
        int modulePath = flags.indexOf("--module-path");
        if (modulePath >= 0) {
            flags.subList(modulePath, modulePath + 2).clear();
        }
        flags.removeIf(flag -> flag.startsWith("--enable-native-access=") || flag.contains("SharedArchiveFile"));
        return flags;
    }

    /** Milliseconds from the start of the process to the line that begins so; the process has ended when this returns. */
    double startToLine(List<String> command, String awaited) throws IOException, InterruptedException {
        return timed(prepare(command), awaited);
    }

    private double timed(ProcessBuilder builder, String awaited) throws IOException, InterruptedException {
        double millis = -1;
        long begun = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (millis < 0 && line.startsWith(awaited)) {
                    millis = (System.nanoTime() - begun) / 1e6;
                }
            }
        }
        if (process.waitFor() != 0 || millis < 0) {
            throw failed(builder.command());
        }
        return millis;
    }

    /**
     * Milliseconds from the start of the process to {@code ready}, of a register whose last run sold something and then was stopped in
     * order or killed.
     */
    double startAgain(boolean killed) throws IOException, InterruptedException {
        ProcessBuilder life = prepare(sekisho("run", "--port", "0"));
        Process process = life.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); !line.contains("The register sells"); ) {
                line = out.readLine();
            }
            sell();
            if (killed) {
                process.destroyForcibly().waitFor();
            } else {
                process.destroy();
                process.waitFor();
            }
        }
        new ProcessBuilder("sync").start().waitFor();
        return timed(plainly(sekisho("run", "--until-ready")), "ready ");
    }

    private void sell() throws IOException, InterruptedException {
        String code =
                TimedRegister.codes(installation.resolve("demo/items.csv")).get(0);
        Path sales = Files.writeString(folder.resolve("sales"), (code + "\nCASH 100000\n").repeat(20));
        Process ring = plainly(sekisho("ring", "--as", "manager", "--password-file", password.toString()))
                .redirectInput(sales.toFile())
                .redirectOutput(folder.resolve("rung").toFile())
                .start();
        if (ring.waitFor() != 0) {
            throw failed(List.of("ring"));
        }
    }

    /** Milliseconds that the whole process takes, which must end with this code. */
    double whole(List<String> command, int code) throws IOException, InterruptedException {
        ProcessBuilder builder =
                prepare(command).redirectOutput(folder.resolve("out").toFile());
        long begun = System.nanoTime();
        int found = builder.start().waitFor();
        double millis = (System.nanoTime() - begun) / 1e6;
        if (found != code) {
            throw failed(command);
        }
        return millis;
    }

    /** Milliseconds from the start of the process until something can be seen; then the process is killed. */
    double startUntil(List<String> command, BooleanSupplier seen) throws IOException, InterruptedException {
        ProcessBuilder builder =
                prepare(command).redirectOutput(folder.resolve("out").toFile());
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            while (!seen.getAsBoolean()) {
                if (process.waitFor(2, TimeUnit.MILLISECONDS) || System.nanoTime() - begun > PATIENCE_NANOS) {
                    throw failed(command);
                }
            }
            return (System.nanoTime() - begun) / 1e6;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Starts it and leaves it to the caller. */
    Process start(List<String> command) throws IOException, InterruptedException {
        return prepare(command).redirectOutput(folder.resolve("out").toFile()).start();
    }

    private ProcessBuilder prepare(List<String> command) throws IOException, InterruptedException {
        if (Files.exists(pristine)) {
            Scratch.remove(home);
            Scratch.copy(pristine, home);
        }
        Scratch.remove(cache);
        Files.createDirectories(cache);
        // What was just copied must not be flushed along with the register's own files.
        new ProcessBuilder("sync").start().waitFor();
        return plainly(command);
    }

    private ProcessBuilder plainly(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("SEKISHO_HOME");
        return builder;
    }

    private IllegalStateException failed(List<String> command) throws IOException {
        return new IllegalStateException(command + ": " + Files.readString(folder.resolve("err")));
    }
}
