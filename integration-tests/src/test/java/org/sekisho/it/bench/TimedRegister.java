package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sekisho.distribution.Candidate;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;
import org.sekisho.it.Guest;

/** A copy of a register with a {@link Stopwatch} among its bundles, and a demo shop for it. */
final class TimedRegister {

    private static final String API = "org.sekisho.api.model,org.sekisho.checkout,org.sekisho.identity,"
            + "org.sekisho.storage,org.sekisho.store,org.hsqldb.jdbc,org.osgi.framework,org.osgi.util.tracker";

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Path folder;
    private final Path installation;

    TimedRegister(Path folder, Path original) throws Exception {
        this.folder = folder;
        Installation copy =
                Installation.copy(original.toRealPath(), folder.resolve("sekisho"), DevelopmentKeys.ofThisUser());
        copy.deliver(Candidate.part(Guest.named("org.sekisho.stopwatch")
                .header("Bundle-Activator", Stopwatch.class.getName())
                .header("Import-Package", API)
                .code(Stopwatch.class, Task.class, RawFile.class, PlainShop.class)
                .to(folder.resolve("stopwatch-1.0.jar"))));
        copy.publish();
        installation = copy.folder();
        Files.createDirectories(folder.resolve("user/config"));
        sekisho("init", "--demo").waitFor();
    }

    void importItems(Path csv) throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), "Kx7!mQp2#vRt\n");
        remove("home");
        require(sekisho("init", "--manager-password-file", password.toString()));
        require(sekisho("items", "import", csv.toString(), "--as", "manager", "--password-file", password.toString()));
    }

    private void require(Process process) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("screen")));
        }
    }

    /** Codes of the demo shop's items that are sold by the piece. */
    List<String> demoCodes() throws IOException {
        return codes(installation.resolve("demo/items.csv"));
    }

    static List<String> codes(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(item -> item[5].equals("piece"))
                .map(item -> item[0])
                .toList();
    }

    /** Runs the register until the stopwatch has done its task; returns the lines of its times. */
    List<String> measure(Task task, Attendant attendant) throws IOException, InterruptedException {
        for (String left : List.of("stopwatch.times", "counting", "counted", "raw")) {
            Files.deleteIfExists(folder.resolve(left));
        }
        remove("plain");
        task.write(folder.resolve("stopwatch"));
        Process register = sekisho("run");
        try {
            attendant.attend(register, folder);
            await(register, "stopwatch.times");
            return Files.readAllLines(folder.resolve("stopwatch.times"));
        } finally {
            register.destroy();
            if (!register.waitFor(60, TimeUnit.SECONDS)) {
                register.destroyForcibly();
            }
        }
    }

    List<String> measure(Task task) throws IOException, InterruptedException {
        return measure(task, (register, where) -> {});
    }

    /** Somebody who looks at the register's process while it is measured. */
    @FunctionalInterface
    interface Attendant {
        void attend(Process register, Path folder) throws IOException, InterruptedException;
    }

    void await(Process register, String file) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.exists(folder.resolve(file))) {
            if (register.waitFor(50, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                throw new IllegalStateException("no " + file + ": " + Files.readString(folder.resolve("screen")));
            }
        }
    }

    private Process sekisho(String... command) throws IOException {
        List<String> whole = new java.util.ArrayList<>(
                List.of(installation.resolve("bin/sekisho").toString()));
        whole.addAll(List.of(command));
        whole.addAll(List.of("--home", folder.resolve("home").toString()));
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile());
        builder.environment().put("HOME", folder.resolve("user").toString());
        builder.environment()
                .put("XDG_CONFIG_HOME", folder.resolve("user/config").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("SEKISHO_HOME");
        return builder.start();
    }

    private void remove(String name) throws IOException {
        Path path = folder.resolve(name);
        if (Files.exists(path)) {
            Files.move(path, Files.createTempDirectory(folder, "old").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
