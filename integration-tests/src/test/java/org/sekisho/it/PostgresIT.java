package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static void assertUnreachable(Answer answer) {
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("The database server at 127.0.0.1:" + network.port() + " cannot be reached")
                .doesNotContain("Exception", "\tat ");
    }
}
