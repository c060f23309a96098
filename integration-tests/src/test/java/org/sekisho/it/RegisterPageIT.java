package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cashier at the register page, in a real browser. */
class RegisterPageIT {

    private static final String ONIGIRI = "4901234567894";
    private static final String BEER = "4912345678904";
    private static final String TOMATOES = "0012";
    private static final String UNKNOWN = "4999999999999";

    @TempDir
    static Path folder;

    static Chromium chromium;
    static Register register;
    static Running running;
    static URI page;

    @BeforeAll
    static void openShop() {
        chromium = Chromium.find();
        register = new Register(folder).initialise();
        running = register.run();
        page = running.page();
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

    @Test
    void oneTimePasswordOpensNothingButItsChange() {
        String said = register.byManager("", "users", "add", "suzuki", "--role", "cashier")
                .out();
        String oneTime = said.substring(said.lastIndexOf(' ') + 1).strip();
        try (TillPage till = chromium.till(page)) {
            till.picture("sign-on").signOn("suzuki", "not it");
            assertThat(till.find("[role=alert] p")).hasCount(1);
            till.signOn("suzuki", oneTime);
            assertThat(till.find("#newPassword")).isVisible();
            assertThat(till.find(".rules li")).not().hasCount(0);
            assertThat(till.find(".rules h3")).containsText("source-jp");
            assertThat(till.scanField()).hasCount(0);
            choose(till, oneTime, "short");
            assertThat(till.find("[role=alert] p")).not().hasCount(0);
            till.picture("password").assertFitsTheScreen();
            choose(till, oneTime, "Jm3?xVf6=cGy");
            assertThat(till.scanField()).isFocused();
            till.press("F10");
            assertThat(till.find("#operator")).isFocused();
        }
    }

    private static void choose(TillPage till, String password, String fresh) {
        till.find("#oneTime").fill(password);
        till.find("#newPassword").fill(fresh);
        till.find("#repeated").fill(fresh);
        till.find("#repeated").press("Enter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void cashSaleFromFirstScanToReceipt(String language) {
        try (TillPage till = chromium.till(page)) {
            till.signOnAsCashier().speak(language);
            assertThat(till.scanField()).isFocused();
            till.scan(ONIGIRI, "3*" + BEER, "0.35kg*" + TOMATOES, ONIGIRI);
            assertThat(till.lines()).hasCount(4);
            assertThat(till.lines().first()).containsText(language.equals("ja") ? "手巻おにぎり 鮭" : "Salmon rice ball");
            assertThat(till.lines().last()).hasClass(Pattern.compile("newest"));
            till.assertTotal("¥1,392");
            till.press("ArrowUp", "ArrowUp", "Delete").picture("void-line-" + language);
            assertThat(till.find("dialog")).containsText("¥238");
            till.press("Enter");
            assertThat(till.lines()).hasCount(3);
            till.assertTotal("¥1,154");
            till.picture("sale-" + language).assertFitsTheScreen();

            till.press("F9");
            assertThat(till.find("#amount")).isFocused();
            till.type("1500").picture("cash-" + language).assertFitsTheScreen();
            assertThat(till.find("#amount")).hasValue("1,500");
            till.press("Enter");
            till.assertChange("¥346");
            till.assertReceiptIsShown();
            till.picture("receipt-" + language).assertFitsTheScreen();
            assertThat(till.scanField()).isFocused();

            JsonObject sale = lastSale();
            assertThat(sale.get("total").getAsLong()).isEqualTo(1154);
            assertThat(sale.get("change").getAsLong()).isEqualTo(346);
            assertThat(till.find(".given"))
                    .containsText(sale.get("receiptNumber").getAsString());

            till.scan(ONIGIRI);
            assertThat(till.lines()).hasCount(1);
            voidSale(till);
        }
    }

    @Test
    void burstLosesNothingKeepsItsOrderAndSaysWhatWasWrong() {
        try (TillPage till = chromium.till(page)) {
            till.signOnAsCashier();
            till.scan(ONIGIRI, BEER, UNKNOWN, BEER, ONIGIRI, "2*" + ONIGIRI, BEER, ONIGIRI, BEER, ONIGIRI);
            assertThat(till.lines()).hasCount(9);
            assertThat(till.lines().locator("th"))
                    .containsText(new String[] {"鮭", "ビール", "ビール", "鮭", "鮭", "ビール", "鮭", "ビール", "鮭"});
            till.assertTotal("¥1,972");
            assertThat(till.find("[role=alert]")).containsText(UNKNOWN);
            till.picture("wrong-code").assertFitsTheScreen();
            assertThat(till.scanField()).isFocused();
            voidSale(till);
        }
    }

    @Test
    void scannerIsHeardWhateverIsOpenAndItsEnterNeverSaysYes() {
        try (TillPage till = chromium.till(page)) {
            till.signOnAsCashier().scan(ONIGIRI);
            assertThat(till.lines()).hasCount(1);
            till.press("Delete");
            assertThat(till.find("dialog")).isVisible();
            till.scan(BEER);
            assertThat(till.lines()).hasCount(2);
            till.press("?").picture("help").scan(BEER);
            assertThat(till.lines()).hasCount(3);
            till.press("F9");
            assertThat(till.find("#amount")).isFocused();
            till.scan(BEER);
            assertThat(till.lines()).hasCount(4);
            till.press("Tab", "Tab").scan(BEER);
            assertThat(till.lines()).hasCount(5);
            till.find(".totals").click();
            assertThat(till.scanField()).isFocused();
            voidSale(till);
        }
    }

    @Test
    void lostAnswersDoubleNothing() {
        try (TillPage till = chromium.till(page)) {
            till.signOnAsCashier();
            loseNext(till, "**/api/sale/lines");
            till.scan(ONIGIRI, BEER);
            assertThat(till.find(".band.fault")).isVisible();
            till.picture("offline");
            assertThat(till.lines()).hasCount(2);
            assertThat(till.find(".band.fault")).hasCount(0);
            int before = sales().size();
            loseNext(till, "**/api/sale/tenders");
            till.press("F9").type("500").press("Enter");
            till.assertChange("¥72");
            assertThat(sales()).hasSize(before + 1);
        }
    }

    /** The call is done, but its answer is lost on the way. */
    private static void loseNext(TillPage till, String path) {
        AtomicBoolean isLost = new AtomicBoolean();
        till.page().route(path, route -> {
            if (isLost.compareAndSet(false, true)) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
    }

    @Test
    void sellsByFingersAlone() {
        try (TillPage till = chromium.touchTill(page)) {
            till.signOn("tanaka", Register.CASHIER_PASSWORD);
            assertThat(till.scanField()).isFocused();
            till.tapKeys("2", "times", "0", "0", "1", "2", "enter");
            assertThat(till.find("[role=alert] p")).hasCount(1);
            till.tapKeys("1", ".", "5", "kg", "00", "1", "2", "enter");
            till.tapKeys("3", "times", "4", "9", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "4", "enter");
            assertThat(till.lines()).hasCount(2);
            till.assertTotal("¥1,410");
            till.lines().first().tap();
            till.find("[data-action=voidLine]").tap();
            till.find("[data-answer=void]").tap();
            assertThat(till.lines()).hasCount(1);
            till.picture("touch-sale").assertFitsTheScreen();
            till.find("[data-action=cash]").tap();
            till.picture("touch-cash").assertFitsTheScreen();
            till.find("[data-amount='1000']").tap();
            till.assertChange("¥610");
            till.assertReceiptIsShown();
            till.picture("touch-receipt").assertFitsTheScreen();
        }
    }

    @Test
    void amountsInTwoStepsAreTakenTogether() {
        try (TillPage till = chromium.till(page)) {
            till.signOnAsCashier().scan(ONIGIRI, BEER);
            assertThat(till.lines()).hasCount(2);
            till.press("F9").type("100").press("Enter");
            assertThat(till.find(".due")).hasText("¥328");
            till.find("[data-amount='328']").click();
            till.assertChange("¥0");
        }
    }

    @Test
    void languageOfTheStoreIsSpokenUntilPeopleChooseAnother() {
        try (TillPage till = chromium.till(page)) {
            assertThat(till.find("html")).hasAttribute("lang", "ja");
            till.speak("en").page().reload();
            assertThat(till.find("h2")).hasText("Sign on");
            assertThat(till.find("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void idleTillLocksAndItsOperatorFindsTheSaleAgain(@TempDir Path elsewhere) throws InterruptedException {
        Register idle = new Register(elsewhere).initialise().with("SEKISHO_PAGE_LOCK_SECONDS", "3");
        try (Running other = idle.run();
                TillPage till = chromium.till(other.page())) {
            till.signOnAsCashier().scan(ONIGIRI);
            assertThat(till.lines()).hasCount(1);
            Thread.sleep(3_300);
            till.scan(BEER);
            assertThat(till.find("#operator")).hasValue("tanaka");
            assertThat(till.lines()).hasCount(0);
            till.picture("locked").find("#password").fill(Register.CASHIER_PASSWORD);
            till.press("Enter");
            assertThat(till.lines()).hasCount(2);
            assertThat(till.scanField()).isFocused();
        }
    }

    private static void voidSale(TillPage till) {
        till.press("F8");
        till.find("[data-answer='reason.mistake']").click();
        assertThat(till.lines()).hasCount(0);
        assertThat(till.scanField()).isFocused();
    }

    private static List<JsonObject> sales() {
        return Export.of(register).payloads("SaleClosed");
    }

    private static JsonObject lastSale() {
        List<JsonObject> sales = sales();
        return sales.get(sales.size() - 1);
    }
}
