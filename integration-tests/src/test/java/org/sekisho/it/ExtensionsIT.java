package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;
import org.sekisho.publishing.Revocation;

/** What an operator adds to a register that sells, takes newer, and takes away: by command, without a restart. */
class ExtensionsIT {

    private static final String LEADER_PASSWORD = "Jm3?xVf6=cGy";

    static ClamdServer clamd;

    @TempDir
    Path folder;

    private Register register;
    private Running running;
    private Shelf shelf;
    private String first;

    @BeforeAll
    static void startClamd() throws IOException {
        clamd = ClamdServer.start();
    }

    @AfterAll
    static void stopClamd() throws IOException {
        if (clamd != null) {
            clamd.close();
        }
    }

    @BeforeEach
    void aRegisterThatSells() throws Exception {
        shelf = new Shelf(folder.resolve("integrator"));
        first = shelf.list("1.0.0");
        shelf.publish();
        register = new Register(folder).with("SEKISHO_CLAMD", clamd.address()).initialise();
        running = register.run();
        update();
    }

    @AfterEach
    void closeShop() {
        if (running != null) {
            running.close();
        }
    }

    private Answer update() {
        return register.must("", "update", "--from", shelf.repository());
    }

    private void letIn() {
        assertThat(register.byManager("", "approve", Shelf.PLUGIN).exitCode()).isZero();
        assertThat(register.byManager("", "install", Shelf.PLUGIN).exitCode()).isZero();
    }

    /** The versions of the plugin that run. */
    private List<String> runs() {
        return JsonParser.parseString(register.must("", "list", "--json").out())
                .getAsJsonObject()
                .getAsJsonArray("bundles")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .filter(bundle -> bundle.get("symbolicName").getAsString().equals(Shelf.PLUGIN))
                .map(bundle -> bundle.get("version").getAsString())
                .toList();
    }

    private void refused(Answer answer, String code) {
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.err()).contains(code, "Nothing was installed; sales continue.");
        register.sells();
    }

    @Test
    void approvedAndInstalledItRunsAndStaysOverARestart() {
        letIn();
        assertThat(runs()).containsExactly("1.0.0");
        running.kill();
        running = register.run();
        assertThat(runs()).containsExactly("1.0.0");
        register.sells();
        Export journal = Export.of(register);
        assertThat(journal.payloads("BundleApproved")).hasSize(1);
        assertThat(journal.payloads("BundleInstalled")).hasSize(1);
        assertThat(register.must("", "why", Shelf.PLUGIN).out()).contains("manager");
    }

    @Test
    void anotherRegisterNeedsNoRunningOne() {
        running.stop();
        running = null;
        letIn();
        assertThat(runs()).containsExactly("1.0.0");
        assertThat(register.byManager("", "remove", Shelf.PLUGIN).exitCode()).isZero();
        assertThat(runs()).isEmpty();
    }

    @Test
    void theJarItselfIsInstalledFromAStick() throws IOException {
        Path stick = Files.copy(shelf.signed(first, "1.0.0"), folder.resolve("points.jar"));
        refused(register.byManager("", "install", stick), "NOT_APPROVED");
        assertThat(register.byManager("", "approve", first).exitCode()).isZero();
        assertThat(register.byManager("", "install", stick).exitCode()).isZero();
        assertThat(runs()).containsExactly("1.0.0");
    }

    @Test
    void anUpdateThatWantsNothingMoreReplacesItWhileTheRegisterSells() throws Exception {
        letIn();
        shelf.list("2.0.0");
        shelf.publish();
        assertThat(update().out())
                .contains("started  " + Shelf.PLUGIN + " 2.0.0", "stopped  " + Shelf.PLUGIN + " 1.0.0");
        assertThat(runs()).containsExactly("2.0.0");
        register.sells();
    }

    @Test
    void anUpdateThatWantsMoreWaitsForAnApproval() throws Exception {
        letIn();
        shelf.list(Guest.named(Shelf.PLUGIN).version("2.0.0").code(Reader.class), "2.0.0");
        shelf.publish();
        update();
        assertThat(runs()).containsExactly("1.0.0");
        refused(register.byManager("", "install", Shelf.PLUGIN), "POWERS_EXCEEDED points-2.0.0.jar");
        Answer approved = register.byManager("", "approve", Shelf.PLUGIN);
        assertThat(approved.out()).contains("Version 1.0.0 runs here. What differs:", "FILES");
        assertThat(register.byManager("", "install", Shelf.PLUGIN).exitCode()).isZero();
        assertThat(runs()).containsExactly("2.0.0");
    }

    /** Something that reads a file. */
    static final class Reader {
        String read() throws IOException {
            return Files.readString(Path.of("notes"));
        }
    }

    @Test
    void redPowersNeedTwoPeople() throws Exception {
        shelf.list(Guest.named(Shelf.PLUGIN).version("3.0.0").code(Runner.class), "3.0.0");
        shelf.publish();
        update();
        refused(register.byManager("", "approve", Shelf.PLUGIN), "NOT_APPROVED points-3.0.0.jar");
        register.addOperator("sato", "manager", LEADER_PASSWORD);
        Answer approved = register.byManager(
                "", "approve", Shelf.PLUGIN, "--second", "sato", "--second-password-file", folder.resolve("sato.pw"));
        assertThat(approved.exitCode()).as(approved.toString()).isZero();
        assertThat(register.byManager("", "install", Shelf.PLUGIN).exitCode()).isZero();
        assertThat(runs()).containsExactly("3.0.0");
    }

    /** Something that starts programs. */
    static final class Runner {
        Process run() throws IOException {
            return new ProcessBuilder("true").start();
        }
    }

    @Test
    void revokedNowItStopsNowAndAtDayCloseWithZ() throws Exception {
        letIn();
        shelf.revoke(first, Revocation.OFF_AT_DAY_CLOSE);
        shelf.publish();
        update();
        assertThat(runs()).containsExactly("1.0.0");
        assertThat(register.byManager("", "report", "z").exitCode()).isZero();
        await().untilAsserted(() -> assertThat(runs()).isEmpty());

        String second = shelf.list("1.0.1");
        shelf.publish();
        update();
        letIn();
        assertThat(runs()).containsExactly("1.0.1");
        shelf.revoke(second, Revocation.OFF_NOW);
        shelf.publish();
        assertThat(update().out()).contains("stopped  " + Shelf.PLUGIN + " 1.0.1");
        assertThat(runs()).isEmpty();
        register.sells();
    }

    @Test
    void listsComeFromAWebServerToo() throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            Path file = shelf.repository()
                    .resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        web.start();
        String address = "http://127.0.0.1:" + web.getAddress().getPort() + "/";
        try {
            shelf.list("1.1.0");
            shelf.publish();
            register.must("", "update", "--from", address);
            letIn();
            assertThat(runs()).containsExactly("1.1.0");
        } finally {
            web.stop(0);
        }
        Answer unreachable = register.sekisho("", "update");
        assertThat(unreachable.exitCode()).as(unreachable.toString()).isEqualTo(1);
        assertThat(unreachable.err()).contains("The lists cannot be fetched", "sales continue");
        register.sells();
    }

    @Test
    void aCashierApprovesNothing() {
        Answer answer = register.sekisho(
                "", "approve", Shelf.PLUGIN, "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(runs()).isEmpty();
    }

    @Test
    void aChangedPasswordStillOpensTheApproversKey() {
        letIn();
        Path fresh = register.file("fresh.pw", LEADER_PASSWORD + "\n");
        assertThat(register.byManager("", "passwd", "manager", "--new-password-file", fresh)
                        .exitCode())
                .isZero();
        Answer removed = register.must("", "remove", Shelf.PLUGIN, "--as", "manager", "--password-file", fresh);
        assertThat(removed.out()).contains("stopped  " + Shelf.PLUGIN);
    }

    @Test
    void anotherShopsHomeFolderOfYesterdayIsFoundOut() throws Exception {
        running.stop();
        Path yesterday = folder.resolve("yesterday");
        copy(register.home().resolve("trust"), yesterday);
        running = register.run();
        shelf.list("2.0.0");
        shelf.publish();
        update();
        running.stop();
        remove(register.home().resolve("trust"));
        copy(yesterday, register.home().resolve("trust"));
        running = register.run();
        assertThat(running.screen()).contains("set back to older lists or approvals");
        refused(register.byManager("", "approve", Shelf.PLUGIN), "ROLLED_BACK");
        assertThat(Export.of(register).payloads("TrustRolledBack")).isNotEmpty();
        update();
        assertThat(register.byManager("", "approve", Shelf.PLUGIN).exitCode()).isZero();
    }

    /** Approvals that another shop's manager signed, with that shop's own list of approvers and the bytes, count for nothing here. */
    @Test
    void approvalsThatTheJournalNeverSawAreTakenOut() throws Exception {
        letIn();
        assertThat(register.byManager("", "remove", Shelf.PLUGIN).exitCode()).isZero();
        running.stop();
        running = null;
        Register other = new Register(Files.createDirectory(folder.resolve("other")))
                .with("SEKISHO_CLAMD", clamd.address())
                .initialise();
        other.must("", "update", "--from", shelf.repository());
        for (String command : List.of("approve", "install", "remove", "approve", "install", "remove", "approve")) {
            assertThat(other.byManager("", command, Shelf.PLUGIN).exitCode()).isZero();
        }
        assertThat(other.byManager("", "install", Shelf.PLUGIN).exitCode()).isZero();
        for (String file : List.of("approvals.json", "approvers", "bundles")) {
            Path target = register.home().resolve(file);
            if (Files.exists(target)) {
                remove(target);
            }
            copy(other.home().resolve(file), target);
        }

        running = register.run();
        assertThat(running.screen()).contains("holds others");
        await().untilAsserted(() -> assertThat(runs()).isEmpty());
        refused(register.byManager("", "install", Shelf.PLUGIN), "");
        assertThat(Export.of(register).payloads("TrustRolledBack")).isNotEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void remove(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
