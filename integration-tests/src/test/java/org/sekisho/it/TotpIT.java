package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.distribution.Assemble;

/** A second factor, from the terminal that shows its secret to every way of signing on. Sato and Ito have one. */
class TotpIT {

    private static final String SATOS = "Rv9?kSw3*pNf";
    private static final String ITOS = "Jm3?xVf6=cGy";
    private static final Path DISTRIBUTION = Path.of("../distribution");
    private static final String NEW_CODE = "leave all as it was): ";

    @TempDir
    static Path folder;

    static Register register;
    static Running running;
    static Authenticator satosPhone;
    static Authenticator itosPhone;

    @BeforeAll
    static void openShop() throws Exception {
        register = new Register(folder)
                .initialise()
                .addOperator("sato", "supervisor", SATOS)
                .addOperator("ito", "supervisor", ITOS)
                .addOperator("suzuki", "cashier", "Qz8!tYb5@nHj");
        satosPhone = Authenticator.enrol(register, "sato"); // before it runs, and while it does: the same
        running = register.run();
        itosPhone = Authenticator.enrol(register, "ito");
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            running.close();
        }
    }

    /** The exit code of a command that a code goes with. */
    private static int report(String code) throws Exception {
        try (AtTerminal terminal = register.atTerminalAs("sato", "report", "x")) {
            terminal.answer("Code of sato, from the app on the phone: ", code);
            return terminal.ends();
        }
    }

    @Test
    void commandAsksForTheCodeAndTakesItOnce() throws Exception {
        assertThat(report("123456")).isEqualTo(3);
        assertThat(report(satosPhone.next())).isZero();
        assertThat(report(satosPhone.again())).isEqualTo(3);
        assertThat(report("")).isEqualTo(3);
        assertThat(Export.of(register).payloads("SignInFailed"))
                .extracting(payload -> payload.get("reason").getAsString())
                .contains("wrong-code", "used-code");
    }

    @Test
    void pageAsksForTheCodeWhereTheSessionBeginsAndForApprovals() throws Exception {
        Browser sato = new Browser(running.page(), OpenApi.of(running.page()));
        sato.signOn("sato", "wrong").refused(401, "SIGN_ON_REFUSED");
        sato.signOn("sato", SATOS).refused(401, "CODE_NEEDED");
        withCode(sato, SATOS, "123456").refused(401, "SIGN_ON_REFUSED");
        withCode(sato, "wrong", satosPhone.next()).refused(401, "SIGN_ON_REFUSED");
        withCode(sato, SATOS, satosPhone.again()).must();
        assertThat(sato.put("/api/session/pin", "password", SATOS, "pin", "830617")
                        .status())
                .as("who is in needs no code")
                .isEqualTo(204);

        Browser till = sato.another();
        till.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        till.post("/api/approvals", "operator", "sato", "password", SATOS, "deed", "a-deed-of-theirs")
                .refused(401, "CODE_NEEDED");
        assertThat(till.post(
                                "/api/approvals",
                                "operator",
                                "sato",
                                "password",
                                SATOS,
                                "code",
                                satosPhone.next(),
                                "deed",
                                "a-deed-of-theirs")
                        .status())
                .isEqualTo(204);
        till.put("/api/session/operator", "operator", "sato", "pin", "830617").must();
    }

    private static PageAnswer withCode(Browser browser, String password, String code) {
        return browser.post("/api/session", "operator", "sato", "password", password, "code", code);
    }

    @Test
    void pageShowsASecondStep() throws Exception {
        try (Chromium chromium = Chromium.find();
                TillPage till = chromium.till(running.page())) {
            till.signOn("ito", "wrong");
            assertThat(till.find(".problems p")).hasCount(1);
            assertThat(till.find("#code")).hasCount(0);
            till.signOn("ito", ITOS);
            assertThat(till.find("#code")).isFocused();
            till.picture("code-ja").assertFitsTheScreen();
            till.find("[data-answer=back]").click();
            assertThat(till.find("#code")).hasCount(0);
            till.signOn("ito", ITOS);
            till.find("#code").fill("123456");
            till.find("#code").press("Enter");
            assertThat(till.find(".problems p")).hasCount(1);
            assertThat(till.find("#code")).isFocused();
            till.speak("en").picture("code-refused-en").assertFitsTheScreen();
            till.find("#code").fill(spaced(itosPhone.next()));
            till.find("#code").press("Enter");
            assertThat(till.scanField()).isFocused();
        }
    }

    @Test
    void approvalShowsASecondStep() throws Exception {
        try (Chromium chromium = Chromium.find();
                TillPage till = chromium.till(running.page()).signOnAsCashier()) {
            till.press("F7");
            till.find("[data-more='noSale']").click();
            till.find("#form-why").fill("両替");
            till.find("[data-answer=do]").click();
            till.find("#approver").fill("ito");
            till.find("#approver-password").fill(ITOS);
            till.find("[data-answer=approve]").click();
            assertThat(till.find("#approver-code")).isFocused();
            till.picture("approval-code-ja").assertFitsTheScreen();
            till.find("#approver-code").fill(itosPhone.next());
            till.find("[data-answer=approve]").click();
            till.find("[data-answer=close]").click();
            assertThat(Export.of(register).payloads("NoSale")).hasSize(1);
        }
    }

    /** As apps show it. */
    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }

    @Test
    void managerTakesTheCodeOfALostPhoneAway() throws Exception {
        Authenticator lost = Authenticator.enrol(register, "suzuki");
        assertThat(register.byManager("", "users", "list").out())
                .containsPattern("suzuki  .*with a code")
                .doesNotContainPattern("tanaka  .*with a code")
                .doesNotContain(lost.letters());
        Answer byTanaka = register.sekisho(
                "",
                "totp",
                "off",
                "suzuki",
                "--as",
                "tanaka",
                "--password-file",
                register.folder().resolve("tanaka.pw"));
        assertThat(byTanaka.exitCode()).as(byTanaka.toString()).isEqualTo(3);

        assertThat(register.byManager("", "totp", "off", "suzuki").exitCode()).isZero();

        new Browser(running.page(), OpenApi.of(running.page()))
                .signOn("suzuki", "Qz8!tYb5@nHj")
                .must();
        assertThat(Export.of(register).payloads("OneTimeCodeSet")).hasSize(3);
        assertThat(Export.of(register).payloads("OneTimeCodeRemoved"))
                .singleElement()
                .satisfies(
                        payload -> assertThat(payload.get("name").getAsString()).isEqualTo("suzuki"));
        assertThat(register.byManager("", "totp", "off", "suzuki").exitCode()).isEqualTo(3);
    }

    @Test
    void whoTypesNoCodeLeavesAllAsItWas() throws Exception {
        try (AtTerminal terminal = register.atTerminalAs("tanaka", "totp", "on")) {
            terminal.answer(NEW_CODE, "12345");
            terminal.awaits("Nothing was changed.");
            terminal.answer(NEW_CODE, "");
            assertThat(terminal.ends()).isEqualTo(2);
        }
        register.sells();
    }

    @Test
    void withoutThePluginWhoHasACodeStaysOutAndEverybodyElseWorks() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Register whole = new Register(other).initialise().addOperator("sato", "supervisor", SATOS);
        Authenticator.enrol(whole, "sato");

        Register shop = new Register(other, assembledWithoutCodes(other));
        shop.sells();
        Path satosFile = other.resolve("sato.pw");
        Answer report = shop.sekisho("", "report", "x", "--as", "sato", "--password-file", satosFile);
        assertThat(report.exitCode()).as(report.toString()).isEqualTo(3);
        assertThat(report.err()).contains("nothing in this register checks codes", "identity-totp", "totp off sato");
        Answer on = shop.sekisho("", "totp", "on", "--as", "tanaka", "--password-file", other.resolve("tanaka.pw"));
        assertThat(on.exitCode()).as(on.toString()).isEqualTo(3);

        assertThat(shop.byManager("", "totp", "off", "sato").exitCode()).isZero();
        shop.must("", "report", "x", "--as", "sato", "--password-file", satosFile);
    }

    /** The demo register but for one feature. */
    private static Path assembledWithoutCodes(Path folder) throws Exception {
        String demo = Files.readString(DISTRIBUTION.resolve("assemblies/demo-grocery.json"));
        Path plan = Files.writeString(
                folder.resolve("plan.json"),
                demo.replace("\"org.sekisho.feature:identity-totp:0.1.0\",", "")
                        .replace("\"../", "\"" + DISTRIBUTION.toRealPath() + "/"));
        Path register = folder.resolve("sekisho");
        Assemble.main(new String[] {
            plan.toString(),
            DISTRIBUTION.resolve("../features").toString(),
            DISTRIBUTION.resolve("target/bundles").toString(),
            DISTRIBUTION.resolve("target/resolved.cdx.json").toString(),
            DISTRIBUTION.resolve("src/main/bin/sekisho").toString(),
            register.toString()
        });
        return register;
    }
}
