package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose registers keep their data on a PostgreSQL server: nothing is different at the till. */
class PostgresIT {

    private static final String SALE = "3*4901234567894\n4912345678904\nCASH 1000\n";

    @TempDir
    static Path folder;

    @TempDir
    static Path cluster;

    static PostgresServer server;
    static Relay network;
    static Register register;

    @BeforeAll
    static void openShop() throws Exception {
        server = PostgresServer.find(cluster);
        network = new Relay(server.host(), server.port());
        register = new Register(folder);
        Files.createDirectories(register.home());
        Files.writeString(register.home().resolve("store.json"), """
                {"currency":"JPY","tax":{"scheme":"jp","prices":"inclusive","rounding":"floor","scope":"receipt",\
                "rates":{"standard":"10","reduced":"8"}},"database":"%s"}
                """.formatted(server.urlThrough(network.port())));
        register.initialise();
    }

    @AfterAll
    static void closeShop() throws Exception {
        if (network != null) {
            network.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void sellsAndStillHasItAfterRestart() {
        JsonObject sale = register.mustRing(SALE).sales().get(0);
        assertThat(sale.get("total").getAsLong()).isEqualTo(3 * 130 + 298);
        assertThat(sale.get("change").getAsLong()).isEqualTo(1000 - 688);
        try (Running running = register.run()) {
            register.mustRing(SALE);
            assertThat(running.stop()).as(running.screen()).isZero();
        }
        register.mustRing(SALE);
        assertThat(register.must("", "journal", "verify").out()).contains("The journal holds");
        Export.of(register).assertNumbersHaveNoGaps();
        assertThat(register.home().resolve("data")).doesNotExist();
    }

    @Test
    void killedRegisterLosesNothing() {
        List<String> sold;
        try (Running running = register.run()) {
            sold = register.mustRing(SALE.repeat(3)).receiptNumbers();
            running.kill();
        }
        Export export = Export.of(register);
        assertThat(export.receiptNumbers()).containsAll(sold);
        export.assertNumbersHaveNoGaps();
    }

    @Test
    void reportsAddUpAndZStartsAnew() {
        register.byManager("", "report", "z");
        register.mustRing(SALE.repeat(2));
        assertThat(report("x").get("total").getAsLong()).isEqualTo(2 * 688);
        JsonObject z = report("z");
        assertThat(z.get("total").getAsLong()).isEqualTo(2 * 688);
        JsonObject next = report("z");
        assertThat(next.get("total").getAsLong()).isZero();
        assertThat(next.get("zNumber").getAsLong()).isEqualTo(z.get("zNumber").getAsLong() + 1);
    }

    private static JsonObject report(String kind) {
        Answer answer = register.byManager("", "report", kind, "--json");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return JsonParser.parseString(answer.out()).getAsJsonObject();
    }

    @Test
    void lostServerIsToldAndSellingGoesOnWhenItIsBack() throws IOException {
        try (Running running = register.run()) {
            register.mustRing(SALE);
            network.cut();
            assertUnreachable(register.ring(SALE));
            network.mend();
            assertThat(register.ring(SALE).exitCode()).as(running.screen()).isZero();
            assertThat(running.stop()).as(running.screen()).isZero();
        }
        network.cut();
        assertUnreachable(register.ring(SALE));
        network.mend();
        register.mustRing(SALE);
        Export.of(register).assertNumbersHaveNoGaps();
    }

    @Test
    void suspendedSaleIsRecalledByOneLaneAndTheOtherIsRefused() throws Exception {
        Register second = secondLane();
        for (int round = 0; round < 3; round++) {
            String id = suspend(round % 2 == 0 ? register : second);
            String recall = "RECALL " + id + "\n4912345678904\nCASH 1000\n";
            CompletableFuture<Answer> here = CompletableFuture.supplyAsync(() -> register.ring(recall));
            Answer there = second.ring(recall);
            List<Answer> answers = List.of(here.get(), there);
            assertThat(answers).extracting(Answer::exitCode).containsExactlyInAnyOrder(0, 2);
            for (Answer answer : answers) {
                if (answer.exitCode() == 0) {
                    assertThat(answer.sales().get(0).get("total").getAsLong()).isEqualTo(688);
                } else {
                    assertThat(answer.out()).isEmpty();
                    assertThat(answer.err()).contains("No sale is set aside under " + id);
                }
            }
        }
        Export.of(register).assertNumbersHaveNoGaps();
    }

    private static String suspend(Register lane) {
        JsonObject answer = lane.mustRing("3*4901234567894\nSUSPEND no money on him\n")
                .sales()
                .get(0);
        return answer.get("suspendedId").getAsString();
    }

    @Test
    void oneLaneGoesOnWhenTheOtherDiesInMidSale() throws Exception {
        Register second = secondLane();
        Process dying = register.start(
                register.file("dying.out", ""),
                register.file("dying.err", ""),
                "ring",
                "--json",
                "--as",
                "tanaka",
                "--password-file",
                register.folder().resolve("tanaka.pw"));
        try (var stdin = dying.getOutputStream()) {
            stdin.write(
                    (SALE + "5*4901234567894\nCASH 100\nSUSPEND\n2*4901234567894\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
            Path out = register.folder().resolve("dying.out");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!Files.readString(out).contains("suspendedId")) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(20);
            }
            Thread.sleep(500);
            dying.destroyForcibly().waitFor();
        } catch (IOException died) {
            // That is what this is about.
        }
        assertThat(second.mustRing(SALE).receiptNumbers().get(0)).startsWith("2-");
        Answer next = register.mustRing(SALE);
        assertThat(next.err()).contains("A sale of tanaka was open when the register stopped");
        Matcher left = Pattern.compile("set aside as (S1-[0-9]+)\\.").matcher(next.err());
        assertThat(left.find()).isTrue();
        assertThat(second.mustRing("RECALL " + left.group(1) + "\nCASH 260\n")
                        .sales()
                        .get(0)
                        .get("total")
                        .getAsLong())
                .isEqualTo(260);
        Answer z = register.byManager("", "report", "z");
        assertThat(z.exitCode()).as(z.toString()).isEqualTo(3);
        assertThat(z.err()).contains("was paid, so the day cannot close");
        String paid = JsonParser.parseString(Files.readString(register.folder().resolve("dying.out"))
                        .lines()
                        .filter(line -> line.contains("suspendedId"))
                        .findFirst()
                        .orElseThrow())
                .getAsJsonObject()
                .get("suspendedId")
                .getAsString();
        assertThat(second.ring("RECALL " + paid + "\n").exitCode()).isEqualTo(3);
        JsonObject whole =
                register.mustRing("RECALL " + paid + "\nCASH 550\n").sales().get(0);
        assertThat(whole.get("total").getAsLong()).isEqualTo(650);
        assertThat(whole.getAsJsonArray("tenders")).hasSize(2);
        assertThat(register.byManager("", "report", "z").exitCode()).isZero();
        Export.of(register).assertNumbersHaveNoGaps();
    }

    /** Installed as the first one was, with its settings but for the lane, on the same database. */
    private static Register secondLane() throws IOException {
        Register second = new Register(Files.createDirectories(folder.resolve("second")));
        Files.createDirectories(second.home());
        for (String file : List.of("vault.json", "store.json")) {
            if (Files.notExists(second.home().resolve(file))) {
                Files.copy(register.home().resolve(file), second.home().resolve(file));
            }
        }
        Path settings = second.home().resolve("store.json");
        String store = Files.readString(settings);
        if (!store.contains("laneId")) {
            Files.writeString(settings, store.replaceFirst("\\{", "{\"laneId\":\"2\","));
        }
        second.file("manager.pw", Register.MANAGER_PASSWORD + "\n");
        second.file("tanaka.pw", Register.CASHIER_PASSWORD + "\n");
        return second;
    }

    private static void assertUnreachable(Answer answer) {
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("The database server at 127.0.0.1:" + network.port() + " cannot be reached")
                .doesNotContain("Exception", "\tat ");
    }
}
