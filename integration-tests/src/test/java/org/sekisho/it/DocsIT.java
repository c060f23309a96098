package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;

/**
 * Runs every command that the documents show, as a reader would: the {@code sh} blocks of one document after another, in one folder
 * with the repository's files in it.
 */
class DocsIT {

    @TempDir
    Path folder;

    static Stream<Path> documents() throws IOException {
        return Document.all().stream();
    }

    static Stream<Path> documentsWithCommands() throws IOException {
        return documents()
                .filter(file -> !file.endsWith("README.ja.md")) // the same commands, see below
                .filter(file -> !Document.read(file).commands().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("documentsWithCommands")
    void commandsOfADocumentDoWhatItSays(Path file) throws Exception {
        if (Document.read(file).commands().stream().anyMatch(command -> command.startsWith("sekisho allow"))) {
            try (ClamdServer clamd = ClamdServer.start()) {
                read(file, Map.of("SEKISHO_CLAMD", clamd.address()));
            }
        } else {
            read(file, Map.of());
        }
    }

    private void read(Path file, Map<String, String> besides) throws Exception {
        Path screen = folder.resolve("screen.txt");
        Path script = Files.writeString(
                folder.resolve("reader.sh"), Document.read(file).script());
        ProcessBuilder reader = new ProcessBuilder("bash", script.toString())
                .directory(readersFolder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        reader.environment()
                .put("HOME", Files.createDirectory(folder.resolve("user")).toString());
        reader.environment().put("LANG", "C.UTF-8");
        reader.environment().putAll(besides);
        DevelopmentWorkspace.copyTo(folder.resolve("user/.config/sekisho/development"));
        reader.environment().put("SEKISHO_BENCH_ROUNDS", "2"); // a reader has more patience
        for (String variable : List.of("SEKISHO_HOME", "SEKISHO_WORKSPACE", "XDG_CONFIG_HOME", "XDG_DATA_HOME")) {
            reader.environment().remove(variable);
        }
        Process process = reader.start();
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        int end = process.waitFor();
        try (Stream<Path> links = Files.list(folder.resolve("checkout"))) {
            for (Path link : links.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
        assertThat(end).as(Files.readString(screen)).isZero();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsStandInBlocksThatAreRun(Path file) {
        assertThat(Document.read(file).commandsOutsideShellBlocks()).isEmpty();
    }

    @Test
    void commandsNamedInTheTextExist() throws Exception {
        Register register = new Register(folder);
        Set<String> named = new TreeSet<>();
        for (Path file : Document.all()) {
            named.addAll(Document.read(file).commandsInTheText());
        }
        assertThat(named).isNotEmpty();
        for (String command : named) {
            register.must(
                    "",
                    Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--help"))
                            .toArray());
        }
    }

    @Test
    void bothReadmesShowTheSameCommands() {
        assertThat(Document.read(Document.ROOT.resolve("README.ja.md")).commands())
                .isEqualTo(Document.read(Document.ROOT.resolve("README.md")).commands());
    }

    /** The repository's files, so that what a command writes beside them stays out of the repository; two passwords, a plugin. */
    private Path readersFolder() throws IOException {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        try (Stream<Path> files = Files.list(Document.ROOT)) {
            for (Path file : files.toList()) {
                Files.createSymbolicLink(checkout.resolve(file.getFileName()), file);
            }
        }
        Files.writeString(checkout.resolve("manager.pw"), Register.MANAGER_PASSWORD + "\n");
        Files.writeString(checkout.resolve("hana.pw"), Register.CASHIER_PASSWORD + "\n");
        Guest.named("com.example.parasol").to(checkout.resolve("parasol-1.0.jar"));
        return checkout;
    }
}
