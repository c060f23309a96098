package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.distribution.Candidate;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;
import org.sekisho.it.guest.Attack;
import org.sekisho.it.guest.Burglar;
import org.sekisho.it.guest.Escaping;
import org.sekisho.it.guest.Extension;
import org.sekisho.it.guest.Installing;
import org.sekisho.it.guest.Loot;
import org.sekisho.it.guest.Ruling;
import org.sekisho.it.guest.Spying;

/**
 * An approved plugin that turns against the register from inside, on the oldest and on the newest Java: nothing comes in past the
 * gate, nobody else is stopped, and what it does get stands here and in the threat model.
 */
class InsideIT {

    private static final String NAME = "org.example.burglar";
    private static final String FILE = "loyalty-1.0.jar";

    @TempDir
    static Path folder;

    static final AtomicInteger DOWNLOADS = new AtomicInteger();

    static Register register;
    static Running running;
    static HttpServer server;
    static String burglar;
    static String unapproved;
    static Path tools;

    @BeforeAll
    static void letTheBurglarIn() throws Exception {
        tools = Files.createDirectory(folder.resolve("tools"));
        Installation installation = Installation.copy(
                Path.of(System.getProperty("sekisho.installation")),
                folder.resolve("sekisho"),
                DevelopmentKeys.ofThisUser());
        burglar = installation.list(Candidate.plugin(Guest.named(NAME)
                .header("Bundle-Activator", Burglar.class.getName())
                .header("Import-Package", "org.osgi.framework,org.sekisho.api.vault")
                .code(Burglar.class, Attack.class, Class.forName(Attack.class.getName() + "$Way"))
                .code(Loot.class, Installing.class, Ruling.class, Spying.class, Escaping.class)
                .to(folder.resolve(FILE))));
        unapproved = installation.list(
                Candidate.plugin(Guest.named("org.example.unapproved").to(folder.resolve("unapproved-1.0.jar"))));
        installation.nameApprovers();
        installation.publish();
        register = new Register(folder, installation.folder()).initialise();
        installation.approve(register.home(), List.of(burglar));
        layOutTools();
        JavaIT.newestJava().ifPresent(InsideIT::tryThere);
        running = register.run();
    }

    private static void tryThere(Path java) {
        new Register(folder, register.installation())
                .with("JAVA_HOME", java.toString())
                .must("", "list");
        try {
            Files.move(tools.resolve("findings"), tools.resolve("findings-newest"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void layOutTools() throws IOException {
        Guest.named("org.example.stranger").to(tools.resolve("stranger.jar"));
        Guest.named("org.example.fragment")
                .header("Fragment-Host", "org.sekisho.journal")
                .to(tools.resolve("fragment.jar"));
        Guest.named("org.example.extension")
                .header("Fragment-Host", "system.bundle;extension:=framework")
                .header("ExtensionBundle-Activator", Extension.class.getName())
                .code(Extension.class)
                .to(tools.resolve("extension.jar"));
        String vault =
                register.bundle("org.sekisho.vault.bouncycastle").getFileName().toString();
        Files.writeString(tools.resolve("vault"), "gate:" + vault.substring(0, 64));
        Files.writeString(tools.resolve("unapproved"), "gate:" + unapproved);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            DOWNLOADS.incrementAndGet();
            byte[] jar = Files.readAllBytes(tools.resolve("stranger.jar"));
            exchange.sendResponseHeaders(200, jar.length);
            exchange.getResponseBody().write(jar);
            exchange.close();
        });
        server.start();
        Files.writeString(tools.resolve("url"), url());
    }

    private static String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/stranger.jar";
    }

    @AfterAll
    static void close() {
        if (running != null) {
            running.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    /** Attack, and what comes of it on the oldest Java and on 25. {@code WORKS} is what no gate inside one process can stop. */
    private static final String OUTCOMES = """
            install by http                            | SEALED  | SEALED
            install by file                            | SEALED  | SEALED
            install by reference                       | SEALED  | SEALED
            install by stream                          | SEALED  | SEALED
            install what is listed and not approved    | SEALED  | SEALED
            install under its name                     | SEALED  | SEALED
            install what is there already              | SEALED  | SEALED
            install for the framework                  | REFUSED | REFUSED
            install for the journal                    | REFUSED | REFUSED
            install a fragment                         | SEALED  | SEALED
            install an extension                       | SEALED  | SEALED
            update itself                              | SEALED  | SEALED
            update itself by stream                    | SEALED  | SEALED
            update itself to an extension              | SEALED  | SEALED
            update the journal                         | SEALED  | SEALED
            update the framework                       | SEALED  | SEALED
            stop the journal                           | REFUSED | REFUSED
            remove the journal                         | REFUSED | REFUSED
            remove itself                              | REFUSED | REFUSED
            stop the journal by reflection             | REFUSED | REFUSED
            stop the journal by a handle on a thread of its own | REFUSED | REFUSED
            stop the framework                         | REFUSED | REFUSED
            start the framework again                  | REFUSED | REFUSED
            start level of the framework               | REFUSED | REFUSED
            start level of the journal                 | REFUSED | REFUSED
            refresh                                    | REFUSED | REFUSED
            package admin                              | HIDDEN  | HIDDEN
            hide services                              | REFUSED | REFUSED
            hide service events                        | REFUSED | REFUSED
            hide bundles                               | REFUSED | REFUSED
            forbid wires                               | REFUSED | REFUSED
            weave classes                              | REFUSED | REFUSED
            weave in the framework's name              | REFUSED | REFUSED
            URL handlers                               | REFUSED | REFUSED
            another vault                              | REFUSED | REFUSED
            a service that its listing does not name   | REFUSED | REFUSED
            the vault as a service                     | HIDDEN  | HIDDEN
            the gate as a service                      | HIDDEN  | HIDDEN
            any service                                | HIDDEN  | HIDDEN
            the vault of the framework's context       | REFUSED | REFUSED
            the vault of storage's context             | REFUSED | REFUSED
            other bundles by number                    | HIDDEN  | HIDDEN
            all bundles                                | HIDDEN  | HIDDEN
            the vault by its location                  | HIDDEN  | HIDDEN
            all bundles of the framework's context     | REFUSED | REFUSED
            the vault by its bundle                    | REFUSED | REFUSED
            the vault by who uses it                   | REFUSED | REFUSED
            a class of storage by its bundle           | REFUSED | REFUSED
            files of storage                           | REFUSED | REFUSED
            listen in storage's name                   | REFUSED | REFUSED
            a class of storage without a wire          | CLOSED  | CLOSED
            a class of storage by its loader           | WORKS   | WORKS
            the vault's code by its loader             | WORKS   | WORKS
            open the framework                         | CLOSED  | CLOSED
            the gate's own classes                     | CLOSED  | CLOSED
            serial ports by the system class loader    | CLOSED  | CLOSED
            Unsafe                                     | CLOSED  | CLOSED
            native code                                | WORKS   | CLOSED
            attach by the API                          | CLOSED  | CLOSED
            attach from a child                        | HIDDEN  | HIDDEN
            management                                 | WORKS   | WORKS
            start a program                            | WORKS   | WORKS
            read a file                                | WORKS   | WORKS
            start a thread                             | WORKS   | WORKS
            """;

    /** The outcomes in that column, as the plugin would have written them. */
    private static List<String> expected(int column) {
        return OUTCOMES.lines()
                .map(row -> row.split("\\|"))
                .map(row -> row[0].strip() + ": " + row[column].strip())
                .toList();
    }

    private static List<String> found(String file) throws IOException {
        return Files.readAllLines(tools.resolve(file)).stream()
                .map(line -> line.replaceFirst("^([^:]*: [A-Z]+).*", "$1"))
                .toList();
    }

    @Test
    void everyAttackEndsAsTheTableSays() throws IOException {
        assertThat(found("findings"))
                .as(Files.readString(tools.resolve("findings")))
                .isEqualTo(expected(Runtime.version().feature() < 24 ? 1 : 2));
        assertThat(DOWNLOADS).hasValue(0);
    }

    @Test
    void everyAttackEndsAsTheTableSaysOnTheNewestJava() throws IOException {
        assumeTrue(Files.exists(tools.resolve("findings-newest")), "JDK 25 is not there");
        assertThat(found("findings-newest"))
                .as(Files.readString(tools.resolve("findings-newest")))
                .isEqualTo(expected(2));
    }

    @Test
    void nothingIsNewStoppedOrGone() throws IOException {
        List<String> before = Files.readAllLines(tools.resolve("before"));

        assertThat(before).anyMatch(bundle -> bundle.contains(" org.sekisho.journal "));
        assertThat(Files.readAllLines(tools.resolve("after"))).isEqualTo(before);
    }

    /** It listened while the register's page came up, which registers services and starts bundles. */
    @Test
    void nothingOfTheOthersIsHeard() {
        assertThat(running.screen()).contains("The register sells");
        assertThat(tools.resolve("heard")).doesNotExist();
    }

    /** Nothing inside a process keeps its code from ending it; the register comes up again with what was journalled. */
    @Test
    void endingTheProcessWorks() throws Exception {
        Register other = new Register(Files.createDirectory(folder.resolve("other")), register.installation());
        other.initialise();
        Installation.open(register.installation(), DevelopmentKeys.ofThisUser())
                .approve(other.home(), List.of(burglar));
        Path exit = Files.createDirectory(other.folder().resolve("tools")).resolve("exit");
        Files.createFile(exit);
        assertThat(other.sekisho("", "list").exitCode()).isEqualTo(77);
        JavaIT.newestJava()
                .ifPresent(java -> assertThat(other.with("JAVA_HOME", java.toString())
                                .sekisho("", "list")
                                .exitCode())
                        .isEqualTo(77));
    }

    @Test
    void everyAttemptIsOnTheScreenAndInTheJournal() {
        String screen = register.must("", "list").out();
        Export journal = Export.of(register);

        for (String location :
                List.of(url(), tools.resolve("stranger.jar").toUri().toString(), "stream", "part", "more")) {
            assertThat(screen)
                    .contains("SEALED " + location + ": " + NAME + " tried to install it past the gate. "
                            + "Nothing was installed; sales continue.");
            journal.assertRefused("SEALED", location);
        }
        assertThat(running.screen())
                .contains("SEALED " + url() + ": " + NAME, "1 bundles run, vouched for by developer, second developer");
        assertThat(screen)
                .contains(
                        "SEALED gate:" + unapproved,
                        "SEALED gate:" + burglar,
                        "POWERS_EXCEEDED " + NAME + ": it tried to stop org.sekisho.journal.");
    }

    @Test
    void registerSells() {
        register.sells();
        register.must("", "journal", "verify");
    }

    /** Leaves the register as the other tests need it: the plugin put back, and running. */
    @Test
    void changedPluginIsLeftOutAndExplained() throws Exception {
        Path jar = register.installation().resolve("repository/targets/bundles/" + burglar + "." + FILE);
        assertThat(running.stop()).as(running.screen()).isZero();
        String sentence = "NOT_ALLOWED " + FILE
                + ": changed: not the bytes that were vouched for. It was left out; sales continue.";
        Changed.middleOf(jar).meanwhile(() -> {
            running = register.run();
            assertThat(running.screen()).contains(sentence);
            assertThat(register.must("", "list").out()).contains(sentence).doesNotContain(NAME);
            Answer why = register.sekisho("", "why", NAME);
            assertThat(why.exitCode()).as(why.toString()).isEqualTo(3);
            assertThat(why.out()).contains(sentence);
            Export.of(register).assertRefused("NOT_ALLOWED", FILE);
            register.sells();
            running.stop();
        });
        running = register.run();
    }
}
