package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the shop wants it, the drawer opens without a sale by one's own password alone. */
class DrawerPasswordIT {

    private static final String SUPERVISOR_PASSWORD = "Rv9?kSw3*pNf";

    @TempDir
    static Path folder;

    static Chromium chromium;
    static Register register;
    static Running running;

    @BeforeAll
    static void openShop() throws IOException {
        chromium = Chromium.find();
        register = new Register(folder).initialise().addOperator("sato", "supervisor", SUPERVISOR_PASSWORD);
        Files.writeString(
                register.home().resolve("devices.json"),
                "{\"printer\":{\"driver\":\"virtual\"},\"drawer\":{\"driver\":\"virtual\"}}");
        Path settings = register.home().resolve("store.json");
        JsonObject store = JsonParser.parseString(Files.readString(settings)).getAsJsonObject();
        store.getAsJsonObject("signOn").addProperty("drawerPassword", true);
        Files.writeString(settings, store.toString());
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

    private static int noSales() {
        return Export.of(register).payloads("NoSale").size();
    }

    @Test
    void noneOrAWrongOneOrAnothersKeepsItShut() {
        int before = noSales();
        Browser sato = new Browser(running.page(), OpenApi.of(running.page()));
        sato.signOn("sato", SUPERVISOR_PASSWORD).must();
        Assertions.assertThat(
                        sato.get("/api/register").json().get("drawerPassword").getAsBoolean())
                .isTrue();
        sato.post("/api/no-sales", "reason", "両替").refused(422, "DRAWER_PASSWORD");
        sato.post("/api/no-sales", "reason", "両替", "password", "wrong").refused(401, "SIGN_ON_REFUSED");
        sato.post("/api/no-sales", "reason", "両替", "password", Register.CASHIER_PASSWORD)
                .refused(401, "SIGN_ON_REFUSED");
        sato.post("/api/shift", "amount", 10_000).must();
        sato.post("/api/shift/movements", "movement", "paid-in", "amount", 1, "reason", "両替")
                .refused(422, "DRAWER_PASSWORD");
        Assertions.assertThat(noSales()).isEqualTo(before);
        Assertions.assertThat(Export.of(register).payloads("SignInFailed"))
                .extracting(entry -> entry.get("name").getAsString())
                .contains("sato");
        Assertions.assertThat(sato.post("/api/no-sales", "reason", "両替", "password", SUPERVISOR_PASSWORD)
                        .status())
                .isEqualTo(204);
        Assertions.assertThat(noSales()).isEqualTo(before + 1);
    }

    @Test
    void thePageAsksForItAndThenForTheSecondPerson() {
        int before = noSales();
        try (TillPage till = chromium.till(running.page()).signOnAsCashier()) {
            askFor(till, "not mine");
            assertThat(till.find(".problems p")).hasCount(1);
            assertThat(till.scanField()).isFocused();
            askFor(till, Register.CASHIER_PASSWORD);
            till.find("#approver").fill("sato");
            till.find("#approver-password").fill(SUPERVISOR_PASSWORD);
            till.find("[data-answer=approve]").click();
            till.find("[data-answer=close]").click();
        }
        Assertions.assertThat(noSales()).isEqualTo(before + 1);
    }

    private static void askFor(TillPage till, String password) {
        till.press("F7");
        till.find("[data-more='noSale']").click();
        till.find("#form-why").fill("両替");
        till.find("#form-password").fill(password);
        till.picture("drawer-password-ja").find("[data-answer=do]").click();
    }
}
