package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards by command, with the virtual terminal: approved, declined, lost and found again, over a SIGKILL, and paid back. */
class CardIT {

    /** 130 and 298. */
    private static final String BASKET = "4901234567894\n4912345678904\n";

    @TempDir
    Path folder;

    private Register register;

    @BeforeEach
    void openShop() {
        register = new Register(folder).initialise();
    }

    private void terminal(String options) throws IOException {
        Files.writeString(
                register.home().resolve("devices.json"),
                "{\"printer\":{\"driver\":\"virtual\"},\"drawer\":{\"driver\":\"virtual\"},\"terminal\":{\"driver\":\"virtual\",\"options\":"
                        + options + "}}");
    }

    private static JsonObject sale(Answer answer) {
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return JsonParser.parseString(answer.out()).getAsJsonObject();
    }

    @Test
    void aCardPaysAndGetsItsMoneyBack() {
        JsonObject sale = sale(register.ring(BASKET + "CARD 428\n"));
        assertThat(sale.get("tenders")).hasToString("[{\"type\":\"card\",\"amount\":428}]");
        assertThat(sale.get("change").getAsLong()).isZero();
        Answer mixed = register.must(
                BASKET + "CARD 400\nCASH 30\n",
                "ring",
                "--as",
                "tanaka",
                "--password-file",
                folder.resolve("tanaka.pw"));
        assertThat(mixed.out()).contains("お預り (カード)", "決済なし", "************4242", "伝票番号", "お釣り");

        String back = "RETURN " + sale.get("receiptNumber").getAsString() + " 2 1\nREFUND CARD 298\n";
        JsonObject refund = sale(register.byManager(back, "ring", "--json"));
        assertThat(refund.get("kind").getAsString()).isEqualTo("return");
        assertThat(refund.get("tenders")).hasToString("[{\"type\":\"card\",\"amount\":-298}]");
        assertThat(register.byManager("", "report", "z", "--json").out()).contains("\"card\":530");
    }

    @Test
    void aVoucherPaysOnce() {
        String voucher =
                register.byManager("", "vouchers", "issue", "100").out().strip();
        JsonObject sale = sale(register.ring(BASKET + "VOUCHER " + voucher + "\nCARD 328\n"));
        assertThat(sale.get("tenders"))
                .hasToString("[{\"type\":\"voucher\",\"amount\":100},{\"type\":\"card\",\"amount\":328}]");
        assertThat(register.ring(BASKET + "VOUCHER " + voucher + "\n").exitCode())
                .isEqualTo(3);
        assertThat(register.byManager("", "vouchers", "list").out())
                .contains(voucher, sale.get("receiptNumber").getAsString());
    }

    @Test
    void whatTheTerminalSaysNoToIsExitThree() throws IOException {
        terminal("{\"answer\":\"by-amount\"}");
        Answer declined = register.ring(BASKET + "CARD 351\n");
        assertThat(declined.exitCode()).as(declined.toString()).isEqualTo(3);
        assertThat(declined.err()).contains("The card was declined");
        assertThat(register.ring(BASKET + "CARD 429\n").exitCode()).isEqualTo(3);
        assertThat(register.ring("CARD 100\n").exitCode()).isEqualTo(2);
    }

    @Test
    void aLostAnswerIsFoundAgainAndTheSaleCloses() throws IOException {
        terminal("{\"answer\":\"drop-after\"}");
        Answer lost = register.ring(BASKET + "CARD 428\n");
        assertThat(lost.exitCode()).as(lost.toString()).isEqualTo(3);
        assertThat(lost.err()).contains("sekisho payments reconcile");
        assertThat(open()).hasSize(1);
        Answer z = register.byManager("", "report", "z");
        assertThat(z.exitCode()).isEqualTo(3);

        Answer settled = register.byManager("", "payments", "reconcile");
        assertThat(settled.exitCode()).as(settled.toString()).isZero();
        assertThat(open()).isEmpty();
        Export journal = Export.of(register);
        assertThat(journal.payloads("SaleClosed")).hasSize(1);
        journal.assertChainHolds();
        assertThat(register.byManager("", "report", "z").exitCode()).isZero();
    }

    private JsonArray open() {
        return JsonParser.parseString(
                        register.byManager("", "payments", "list", "--json").out())
                .getAsJsonArray();
    }

    @Test
    void killedBetweenTheChargeAndItsAnswerTheSaleClosesAtTheNextStart() throws Exception {
        terminal("{\"linger\":\"60000\"}");
        Path out = register.file("killed.out", "");
        Process till = register.start(
                out, out, "ring", "--json", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        till.getOutputStream().write((BASKET + "CARD 428\n").getBytes(StandardCharsets.UTF_8));
        till.getOutputStream().flush();
        await().until(() -> charges() == 1);
        till.destroyForcibly().waitFor();

        terminal("{}");
        try (Running running = register.run()) {
            await().untilAsserted(() ->
                    assertThat(Export.of(register).payloads("SaleClosed")).hasSize(1));
            await().until(() -> Files.exists(register.home().resolve("receipts/1-000001.png")));
            assertThat(running.screen()).contains("The register sells");
        }
        assertThat(charges()).isEqualTo(1);
        JsonObject closed = Export.of(register).payloads("SaleClosed").get(0);
        assertThat(closed.get("total").getAsLong()).isEqualTo(428);
        assertThat(register.must("", "journal", "verify").out()).contains("The journal holds");
    }

    private long charges() throws IOException {
        Path orders = register.home().resolve("terminal");
        if (!Files.isDirectory(orders)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(orders)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
