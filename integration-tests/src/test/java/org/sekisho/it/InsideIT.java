package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
import org.sekisho.it.guest.Burglar;
import org.sekisho.it.guest.Extension;

/** An approved plugin that turns against the register from inside: nothing comes in past the gate. */
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
                .header("Import-Package", "org.osgi.framework")
                .code(Burglar.class, Class.forName(Burglar.class.getName() + "$Attempt"))
                .to(folder.resolve(FILE))));
        unapproved = installation.list(
                Candidate.plugin(Guest.named("org.example.unapproved").to(folder.resolve("unapproved-1.0.jar"))));
        installation.publish();
        register = new Register(folder, installation.folder()).initialise();
        installation.approve(register.home(), List.of(burglar));
        layOutTools();
        running = register.run();
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

    @Test
    void everyAttemptIsThrownBackAtItsMaker() throws IOException {
        List<String> findings = Files.readAllLines(tools.resolve("findings"));

        assertThat(findings).hasSize(14).noneMatch(finding -> finding.endsWith(": done"));
        assertThat(findings.subList(0, 13)).allMatch(finding -> finding.contains(": BundleException SEALED "));
        assertThat(findings.get(13)).startsWith("open the framework: InaccessibleObjectException ");
        assertThat(DOWNLOADS).hasValue(0);
    }

    @Test
    void nothingNewIsInTheFramework() throws IOException {
        List<String> before = Files.readAllLines(tools.resolve("before"));

        assertThat(Files.readAllLines(tools.resolve("after"))).isEqualTo(before);
        assertThat(before.subList(1, before.size())).allMatch(bundle -> bundle.contains(" gate:"));
        assertThat(before)
                .hasSize(1
                        + JsonParser.parseString(
                                        register.must("", "list", "--json").out())
                                .getAsJsonObject()
                                .getAsJsonArray("bundles")
                                .size());
    }

    @Test
    void everyAttemptIsOnTheScreenAndInTheJournal() {
        String screen = register.must("", "list").out();
        Export journal = Export.of(register);

        for (String location :
                List.of(url(), tools.resolve("stranger.jar").toUri().toString(), "stream", "system", "part", "more")) {
            assertThat(screen)
                    .contains("SEALED " + location + ": " + NAME + " tried to install it past the gate. "
                            + "Nothing was installed; sales continue.");
            journal.assertRefused("SEALED", location);
        }
        assertThat(running.screen())
                .contains("SEALED " + url() + ": " + NAME, "1 bundles run, vouched for by developer, second developer");
        assertThat(screen).contains("SEALED gate:" + unapproved, "SEALED gate:" + burglar);
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
