package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deeds beside plain selling, by the page's API: each once, each with the word that it takes, none while nobody knows of a payment. */
class DeedsIT {

    private static final String ONIGIRI = "4901234567894";
    private static final String SUPERVISOR_PASSWORD = "Rv9?kSw3*pNf";

    @TempDir
    static Path folder;

    static Register register;
    static Running running;
    static OpenApi document;

    @BeforeAll
    static void openShop() throws IOException {
        register = new Register(folder).initialise().addOperator("sato", "supervisor", SUPERVISOR_PASSWORD);
        Files.writeString(
                register.home().resolve("devices.json"),
                "{\"printer\":{\"driver\":\"virtual\"},\"drawer\":{\"driver\":\"virtual\"},"
                        + "\"terminal\":{\"driver\":\"virtual\",\"options\":{\"answer\":\"by-amount\"}}}");
        running = register.run();
        document = OpenApi.of(running.page());
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            running.close();
        }
    }

    private static Browser cashier() {
        Browser browser = new Browser(running.page(), document);
        browser.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        return browser;
    }

    private static PageAnswer noSale(Browser till, String deed, String reason) {
        return till.call(
                "POST", "/api/no-sales", Optional.of("{\"reason\":\"" + reason + "\"}"), "Idempotency-Key", deed);
    }

    private static PageAnswer approve(Browser till, String name, String password, String deed) {
        return till.post("/api/approvals", "operator", name, "password", password, "deed", deed);
    }

    private static long noSales(String reason) {
        return Export.of(register).payloads("NoSale").stream()
                .filter(payload -> payload.get("reason").getAsString().equals(reason))
                .count();
    }

    @Test
    void deedIsDoneOnceWithTheWordThatItTakes() {
        Browser till = cashier();
        noSale(till, "deed-one-1", "change").refused(403, "NEEDS_APPROVAL");
        approve(till, "sato", "wrong", "deed-one-1").refused(401, "SIGN_ON_REFUSED");
        noSale(till, "deed-one-1", "change").refused(403, "NEEDS_APPROVAL");
        assertThat(approve(till, "sato", SUPERVISOR_PASSWORD, "deed-one-1").status())
                .isEqualTo(204);
        assertThat(noSale(till, "deed-one-1", "change").status()).isEqualTo(204);
        assertThat(noSale(till, "deed-one-1", "change").status()).isEqualTo(204);
        assertThat(noSales("change")).isEqualTo(1);
        noSale(till, "deed-one-2", "change").refused(403, "NEEDS_APPROVAL");
        assertThat(till.get("/api/session").json().get("operator").getAsString())
                .isEqualTo("tanaka");
    }

    @Test
    void wordForOneDeedIsNoneForAnotherAndNobodyApprovesTheirOwn() {
        Browser till = cashier();
        approve(till, "sato", SUPERVISOR_PASSWORD, "deed-two-1");
        noSale(till, "deed-two-2", "other").refused(403, "NEEDS_APPROVAL");
        approve(till, "tanaka", Register.CASHIER_PASSWORD, "deed-two-3");
        noSale(till, "deed-two-3", "other").refused(403, "OWN_APPROVAL");
        noSale(till, "x", "other").refused(400, "MALFORMED");
        assertThat(noSales("other")).isZero();
    }

    @Test
    void whatCashiersMayNotIsRefused() {
        Browser till = cashier();
        till.get("/api/reports/x").refused(403, "NOT_ALLOWED");
        till.get("/api/reports/exceptions").refused(403, "NOT_ALLOWED");
        till.post("/api/reports/z").refused(403, "NOT_ALLOWED");
        till.post("/api/vouchers", "amount", 100).refused(403, "NOT_ALLOWED");
        till.post("/api/shift/movements", "movement", "drop", "amount", 100, "reason", "safe")
                .refused(403, "NEEDS_APPROVAL");
    }

    @Test
    void saleWhosePaymentNobodyKnowsTakesNothingUntilTheTerminalWasAsked() {
        Browser till = cashier();
        String sale = till.begin();
        // By the last two digits the terminal charges and loses its answer.
        till.post("/api/sale/lines", "saleId", sale, "code", ONIGIRI, "quantity", "16")
                .must();
        till.post("/api/sale/tenders", "saleId", sale, "type", "card", "amount", 1068)
                .refused(403, "PAYMENT_UNKNOWN");
        assertThat(open(till).get("paymentUnknown").getAsBoolean()).isTrue();
        till.cash(sale, 2000).refused(403, "PAYMENT_UNKNOWN");
        till.post("/api/sale/reconciliation", "saleId", sale).must();
        assertThat(open(till).get("paymentUnknown").getAsBoolean()).isFalse();
        assertThat(open(till).get("due").getAsLong()).isEqualTo(2080 - 1068);
        till.cash(sale, 2080 - 1068).must();
        JsonObject last = till.get("/api/sale").json().getAsJsonObject("last");
        assertThat(last.getAsJsonArray("tenders")).hasSize(2);
    }

    private static JsonObject open(Browser till) {
        return till.get("/api/sale").json().getAsJsonObject("sale");
    }
}
