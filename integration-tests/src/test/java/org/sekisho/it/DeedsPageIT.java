package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cashier does at the register page what there is beside plain selling for cash, in a real browser. */
class DeedsPageIT {

    private static final String ONIGIRI = "4901234567894";
    private static final String BEER = "4912345678904";
    private static final String SUPERVISOR_PASSWORD = "Rv9?kSw3*pNf";

    @TempDir
    static Path folder;

    static Chromium chromium;
    static Register register;
    static Running running;
    static String customer = "";

    @BeforeAll
    static void openShop() throws IOException {
        chromium = Chromium.find();
        register = new Register(folder).initialise().addOperator("sato", "supervisor", SUPERVISOR_PASSWORD);
        Files.writeString(
                register.home().resolve("devices.json"),
                "{\"printer\":{\"driver\":\"virtual\"},\"drawer\":{\"driver\":\"virtual\"},"
                        + "\"terminal\":{\"driver\":\"virtual\",\"options\":{\"answer\":\"by-amount\"}}}");
        Path settings = register.home().resolve("store.json");
        JsonObject store = JsonParser.parseString(Files.readString(settings)).getAsJsonObject();
        store.add("points", JsonParser.parseString("{\"per\":10}"));
        Files.writeString(settings, store.toString());
        customer = register.byManager("name: 山田 花子\n", "customers", "add").out().strip();
        running = register.run();
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            running.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static TillPage till() {
        return chromium.till(running.page()).signOnAsCashier();
    }

    private static void fill(TillPage till, String field, String value) {
        till.find("#form-" + field).fill(value);
    }

    private static void choose(TillPage till, String form) {
        till.press("F7");
        till.find("[data-more='" + form + "']").click();
    }

    private static void approve(TillPage till) {
        till.find("#approver").fill("sato");
        till.find("#approver-password").fill(SUPERVISOR_PASSWORD);
        till.find("[data-answer=approve]").click();
    }

    private static void finish(TillPage till) {
        till.find("[data-answer=do]").click();
    }

    private static void dismiss(TillPage till) {
        till.find("[data-answer=close]").click();
        assertThat(till.scanField()).isFocused();
    }

    /** Sells one rice ball for cash; its receipt's number. */
    private static String sell(TillPage till) {
        till.scan(ONIGIRI);
        assertThat(till.lines()).hasCount(1);
        till.press("F9").find("[data-amount='130']").click();
        till.assertChange("¥0");
        return lastSale().get("receiptNumber").getAsString();
    }

    private static JsonObject lastSale() {
        List<JsonObject> sales = Export.of(register).payloads("SaleClosed");
        return sales.get(sales.size() - 1);
    }

    @Test
    void aCustomersCardIsScannedAndTheSaleIsTheirs() {
        try (TillPage till = till()) {
            till.scan(customer.toLowerCase(Locale.ROOT));
            assertThat(till.find(".totals")).containsText(customer);
            till.scan(ONIGIRI, BEER);
            assertThat(till.lines()).hasCount(2);
            till.picture("customer-ja").assertFitsTheScreen();
            till.scan("C-22222222");
            assertThat(till.find(".problems")).containsText("C-22222222");
            till.press("F9").find("[data-amount='428']").click();
            till.assertChange("¥0");
            till.picture("customer-closed-ja");
            JsonObject theirs = lastSale().getAsJsonArray("customers").get(0).getAsJsonObject();
            assertThat(theirs.get("customer").getAsString()).isEqualTo(customer);
            assertThat(theirs.get("earned").getAsLong()).isEqualTo(42);
        }
    }

    @Test
    void aSaleIsMadeNobodysAgain() {
        try (TillPage till = till()) {
            till.scan(ONIGIRI);
            assertThat(till.lines()).hasCount(1);
            choose(till, "customer");
            fill(till, "customer", customer);
            finish(till);
            assertThat(till.find(".totals")).containsText(customer);
            choose(till, "customer");
            assertThat(till.find("#form-customer")).hasValue(customer);
            fill(till, "customer", "");
            finish(till);
            assertThat(till.find(".totals")).not().containsText(customer);
            till.press("F9").find("[data-amount='130']").click();
            till.assertChange("¥0");
            assertThat(lastSale().has("customers")).isFalse();
        }
    }

    @Test
    void cardPaysOnceHoweverOftenItIsClicked() {
        try (TillPage till = till()) {
            till.scan(ONIGIRI, BEER);
            assertThat(till.lines()).hasCount(2);
            till.press("F9").picture("pay-ja").assertFitsTheScreen();
            till.find("[data-pay=card]").click();
            till.picture("card-ja").find("[data-answer=do]").dblclick();
            till.assertChange("¥0");
            assertThat(lastSale().getAsJsonArray("tenders")).hasSize(1);
            assertThat(lastSale().getAsJsonArray("tenders").toString()).contains("card", "428");
        }
    }

    @Test
    void cardOfWhichNobodyKnowsBlocksUntilTheTerminalWasAsked() {
        try (TillPage till = till()) {
            till.scan("16*" + ONIGIRI);
            assertThat(till.lines()).hasCount(1);
            till.press("F3");
            fill(till, "sum", "1068");
            finish(till);
            assertThat(till.find("[data-action=askTerminal]")).isVisible();
            assertThat(till.find("[data-action=cash]")).isDisabled();
            till.picture("unknown-ja").speak("en").picture("unknown-en").assertFitsTheScreen();
            till.find("[data-action=askTerminal]").click();
            assertThat(till.find(".due")).hasText("¥1,012");
            till.find("[data-amount='1012']").click();
            till.assertChange("¥0");
        }
    }

    @Test
    void oneLineOfReceiptComesBackWithApproval() {
        try (TillPage till = till()) {
            till.scan("2*" + ONIGIRI, BEER);
            assertThat(till.lines()).hasCount(2);
            till.press("F9").find("[data-amount='558']").click();
            till.assertChange("¥0");
            String receipt = lastSale().get("receiptNumber").getAsString();
            till.press("F7").picture("more-ja").assertFitsTheScreen();
            till.find("[data-more=return]").click();
            fill(till, "receiptNumber", receipt);
            finish(till);
            till.find("#line-1").fill("1");
            till.picture("return-ja").find("[data-answer=do]").click();
            assertThat(till.find("#approver")).isFocused();
            till.picture("approval-ja");
            approve(till);
            assertThat(till.lines()).hasCount(1);
            till.press("F9").picture("pay-back-ja").find("[data-refund=cash]").click();
            till.assertChange("¥130");
            assertThat(lastSale().get("kind").getAsString()).isEqualTo("return");
            assertThat(lastSale().get("total").getAsLong()).isEqualTo(-130);
        }
    }

    @Test
    void saleIsSetAsideAndGoneOnWith() {
        try (TillPage till = till()) {
            till.scan(ONIGIRI, BEER);
            assertThat(till.lines()).hasCount(2);
            choose(till, "suspend");
            fill(till, "why", "財布を取りに");
            finish(till);
            dismiss(till);
            assertThat(till.lines()).hasCount(0);
            choose(till, "recall");
            till.picture("recall-ja").find("[data-recall]").first().click();
            assertThat(till.lines()).hasCount(2);
            till.press("F9").find("[data-amount='428']").click();
            till.assertChange("¥0");
        }
    }

    @Test
    void voucherPaysAPart() {
        String code = register.byManager("", "vouchers", "issue", "100").out().strip();
        try (TillPage till = till()) {
            till.scan(ONIGIRI);
            assertThat(till.lines()).hasCount(1);
            till.press("F6");
            fill(till, "voucherCode", "nothing");
            finish(till);
            assertThat(till.find(".work [role=alert] p")).hasCount(1);
            till.press("F6");
            fill(till, "voucherCode", code);
            finish(till);
            assertThat(till.find(".due")).hasText("¥30");
            till.find("[data-amount='30']").click();
            till.assertChange("¥0");
            assertThat(lastSale().getAsJsonArray("tenders")).hasSize(2);
        }
    }

    @Test
    void shiftIsCountedBlind() {
        try (TillPage till = till()) {
            choose(till, "openShift");
            fill(till, "sum", "10000");
            finish(till);
            dismiss(till);
            sell(till);
            choose(till, "paid-in");
            fill(till, "sum", "500");
            fill(till, "why", "両替");
            finish(till);
            approve(till);
            dismiss(till);
            choose(till, "count");
            assertThat(till.find("dialog")).not().containsText("10,630");
            fill(till, "sum", "10630");
            finish(till);
            assertThat(till.find("[data-answer=do]")).isFocused();
            assertThat(till.find("dialog")).not().containsText("10,630");
            finish(till);
            assertThat(till.find("dl.told")).containsText("¥10,630");
            till.picture("shift-ja");
            dismiss(till);
        }
    }

    @Test
    void dayIsClosedWithTheJournalsHead() throws IOException {
        try (TillPage till = chromium.till(running.page()).signOn("manager", Register.MANAGER_PASSWORD)) {
            assertThat(till.scanField()).isFocused();
            sell(till);
            choose(till, "z");
            finish(till);
            assertThat(till.find("dl.told dd").last()).hasText(Pattern.compile("[0-9a-f]{64}"));
            String head = till.find("dl.told dd").last().innerText();
            Assertions.assertThat(Files.readString(register.home().resolve("anchors.jsonl")))
                    .contains(head);
            till.picture("z-ja").assertFitsTheScreen();
            dismiss(till);
        }
    }

    @Test
    void receiptIsPrintedAgainAndThenTakenBack() {
        try (TillPage till = till()) {
            String receipt = sell(till);
            choose(till, "reprint");
            fill(till, "receiptNumber", receipt);
            finish(till);
            approve(till);
            assertThat(till.find("dialog h2")).containsText(receipt);
            dismiss(till);
            choose(till, "postVoid");
            fill(till, "receiptNumber", receipt);
            fill(till, "why", "打ち間違い");
            finish(till);
            approve(till);
            till.assertChange("¥130");
            assertThat(lastSale().get("voidOf").getAsString()).isEqualTo(receipt);
            assertThat(Export.of(register).payloads("ReceiptReprinted")).hasSize(1);
        }
    }

    @Test
    void allThatAManagerMayDoFitsTheScreen() {
        try (TillPage till = chromium.till(running.page()).signOn("manager", Register.MANAGER_PASSWORD)) {
            assertThat(till.scanField()).isFocused();
            till.press("F7");
            assertThat(till.find("[data-more='z']")).isVisible();
            till.picture("more-manager").assertFitsTheScreen();
        }
    }

    @Test
    void operatorsChangeByPin() {
        Browser sato = new Browser(running.page(), OpenApi.of(running.page()));
        sato.signOn("sato", SUPERVISOR_PASSWORD).must();
        assertThat(sato.put("/api/session/pin", "password", SUPERVISOR_PASSWORD, "pin", "8306")
                        .status())
                .isEqualTo(204);
        try (TillPage till = till()) {
            choose(till, "setPin");
            fill(till, "password", Register.CASHIER_PASSWORD);
            fill(till, "newPin", "1234");
            finish(till);
            assertThat(till.find(".problems p")).hasCount(2);
            choose(till, "setPin");
            fill(till, "password", Register.CASHIER_PASSWORD);
            fill(till, "newPin", "4917");
            finish(till);
            dismiss(till);
            changeOperator(till, "sato", "8307");
            assertThat(till.find(".problems p")).hasCount(1);
            assertThat(till.find(".operator b")).hasText("tanaka");
            changeOperator(till, "sato", "8306");
            assertThat(till.find(".operator b")).hasText("sato");
            till.scan(ONIGIRI);
            assertThat(till.lines()).hasCount(1);
            till.press("F9");
            till.picture("changed-operator").assertFitsTheScreen();
            till.press("Escape").press("Escape");
            till.press("F8");
            till.find("[data-answer='reason.mistake']").click();
            assertThat(till.lines()).hasCount(0);
            changeOperator(till, "tanaka", "4917");
            assertThat(till.find(".operator b")).hasText("tanaka");
        }
    }

    private static void changeOperator(TillPage till, String name, String pin) {
        till.find("button.operator").click();
        fill(till, "operator", name);
        fill(till, "pin", pin);
        till.picture("change-operator");
        finish(till);
    }

    @Test
    void wrongSecondPersonChangesNothing() {
        try (TillPage till = till()) {
            choose(till, "noSale");
            fill(till, "why", "両替");
            finish(till);
            till.find("#approver").fill("sato");
            till.find("#approver-password").fill("wrong");
            till.find("[data-answer=approve]").click();
            assertThat(till.find("dialog [role=alert] p")).hasCount(1);
            assertThat(Export.of(register).payloads("NoSale")).isEmpty();
            till.press("Escape").speak("en");
            till.press("F7").picture("more-en").assertFitsTheScreen();
        }
    }
}
