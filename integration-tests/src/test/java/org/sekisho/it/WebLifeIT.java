package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the register page comes up, locks, and goes down; what becomes of open sales then. */
class WebLifeIT {

    private static final String ONIGIRI = "4901234567894";
    private static final String SUPERVISOR_PASSWORD = "Rv9?kSw3*pNf";
    private static final String ITOS = "Jm3?xVf6=cGy";
    private static final String PIN = "830617";
    private static final int LOCK_SECONDS = 3;

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() {
        register = new Register(folder)
                .with("SEKISHO_PAGE_LOCK_SECONDS", Integer.toString(LOCK_SECONDS))
                .initialise()
                .addOperator("sato", "supervisor", SUPERVISOR_PASSWORD);
    }

    private static Browser cashier(URI page) {
        Browser browser = new Browser(page, OpenApi.of(page));
        browser.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        return browser;
    }

    private static String saleWithLine(Browser till) {
        String sale = till.begin();
        till.scan(sale, ONIGIRI).must();
        return sale;
    }

    private static void waitForLock() throws InterruptedException {
        Thread.sleep(LOCK_SECONDS * 1_000 + 200);
    }

    private static String reasonOfVoid(String sale) {
        return Export.of(register).payloads("SaleVoided").stream()
                .filter(payload -> payload.get("saleId").getAsString().equals(sale))
                .map(payload -> payload.get("reason").getAsString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void openSaleSurvivesTheLockForItsOperator() throws Exception {
        try (Running running = register.run()) {
            Browser till = cashier(running.page());
            String sale = saleWithLine(till);
            waitForLock();
            till.get("/api/register").must();
            till.get("/api/sale").refused(423, "LOCKED");
            till.cash(sale, 130).refused(423, "LOCKED");
            till.signOn("tanaka", "wrong").refused(401, "SIGN_ON_REFUSED");
            till.get("/api/sale").refused(423, "LOCKED");
            till.signOn("tanaka", Register.CASHIER_PASSWORD).must();
            JsonObject open = till.get("/api/sale").json().getAsJsonObject("sale");
            assertThat(open.get("saleId").getAsString()).isEqualTo(sale);
            assertThat(open.getAsJsonArray("lines")).hasSize(1);
            assertThat(till.cash(sale, 130).must().json().has("closed")).isTrue();
        }
    }

    @Test
    void anotherRoleHoldsFromTheNextDeedOn() throws Exception {
        register.addOperator("ito", "manager", ITOS);
        try (Running running = register.run()) {
            Browser ito = new Browser(running.page(), OpenApi.of(running.page()));
            ito.signOn("ito", ITOS).must();
            ito.get("/api/reports/x").must();
            Answer cashiers = register.sekisho(
                    "",
                    "users",
                    "role",
                    "ito",
                    "--role",
                    "cashier",
                    "--as",
                    "tanaka",
                    "--password-file",
                    tanakasPassword());
            assertThat(cashiers.exitCode()).isEqualTo(3);
            Answer changed = register.byManager("", "users", "role", "ito", "--role", "cashier");
            assertThat(changed.exitCode()).as(changed.toString()).isZero();
            ito.post("/api/vouchers", "amount", 100).refused(401, "NOT_SIGNED_ON");
            ito.signOn("ito", ITOS).must();
            assertThat(ito.get("/api/session").json().get("role").getAsString()).isEqualTo("cashier");
        }
        assertThat(register.byManager("", "users", "role", "manager", "--role", "cashier")
                        .exitCode())
                .as("nobody would be left who can manage")
                .isEqualTo(3);
    }

    @Test
    void otherRightsOfARoleHoldFromTheNextDeedOn() throws Exception {
        try (Running running = register.run()) {
            Browser tanaka = cashier(running.page());
            tanaka.get("/api/session").must();
            tanaka.post("/api/no-sales", "reason", "change").refused(403, "NEEDS_APPROVAL");
            Answer cashiers = register.sekisho(
                    "",
                    "roles",
                    "change",
                    "cashier",
                    "--allow",
                    "no_sale",
                    "--as",
                    "tanaka",
                    "--password-file",
                    tanakasPassword());
            assertThat(cashiers.exitCode()).isEqualTo(3);
            Answer changed = register.byManager("", "roles", "change", "cashier", "--allow", "no-sale,DISCOUNT");
            assertThat(changed.exitCode()).as(changed.toString()).isZero();
            assertThat(changed.out()).contains("NO_SALE", "open the drawer without a sale");
            tanaka.post("/api/no-sales", "reason", "change").refused(401, "NOT_SIGNED_ON");
            tanaka.signOn("tanaka", Register.CASHIER_PASSWORD).must();
            assertThat(tanaka.get("/api/session").json().get("permissions").toString())
                    .contains("NO_SALE");
            assertThat(tanaka.post("/api/no-sales", "reason", "change").status())
                    .isEqualTo(204);
            assertThat(register.byManager("", "roles", "reset", "cashier").exitCode())
                    .isZero();
        }
        Answer last = register.byManager("", "roles", "change", "manager", "--deny", "KEEP_USERS");
        assertThat(last.exitCode()).isEqualTo(3);
        assertThat(last.err()).contains("Nobody active would be left who keeps the operators");
        Answer unknown = register.byManager("", "roles", "change", "cashier", "--allow", "FLY");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no permission FLY", "SELL, DISCOUNT");
        assertThat(register.byManager("", "roles", "list", "--json").out()).contains("\"asItComes\":true");
        assertThat(Export.of(register).payloads("RightsChanged"))
                .extracting(JsonObject::toString)
                .anyMatch(entry -> entry.contains("\"allowed\":[\"DISCOUNT\",\"NO_SALE\"]"))
                .anyMatch(entry -> entry.contains("\"denied\":[\"DISCOUNT\",\"NO_SALE\"]"));
    }

    private static Path tanakasPassword() {
        return folder.resolve("tanaka.pw");
    }

    @Test
    void pinTakesAnothersPlaceAtAnUnlockedRegisterAndOpensNothingElse() throws Exception {
        try (Running running = register.run()) {
            Browser sato = new Browser(running.page(), OpenApi.of(running.page()));
            sato.signOn("sato", SUPERVISOR_PASSWORD).must();
            assertThat(sato.put("/api/session/pin", "password", SUPERVISOR_PASSWORD, "pin", PIN)
                            .status())
                    .isEqualTo(204);
            sato.signOn("sato", PIN).refused(401, "SIGN_ON_REFUSED");
            Browser nobody = new Browser(running.page(), OpenApi.of(running.page()));
            byPin(nobody).refused(401, "NOT_SIGNED_ON");
            Browser till = cashier(running.page());
            String sale = saleWithLine(till);
            byPin(till).refused(409, "SALE_IS_OPEN");
            till.cash(sale, 130).must();
            till.post("/api/approvals", "operator", "sato", "password", PIN, "deed", "a-deed-of-theirs")
                    .refused(401, "SIGN_ON_REFUSED");
            assertThat(byPin(till).must().json().get("operator").getAsString()).isEqualTo("sato");
            assertThat(till.get("/api/session").must().json().get("role").getAsString())
                    .isEqualTo("supervisor");
            waitForLock();
            byPin(till).refused(423, "LOCKED");
            till.signOn("sato", PIN).refused(401, "SIGN_ON_REFUSED");
        }
        Path pin = register.file("pin.pw", PIN + "\n");
        assertThat(register.sekisho("", "report", "x", "--as", "sato", "--password-file", pin)
                        .exitCode())
                .as("no command takes a PIN")
                .isEqualTo(3);
    }

    private static PageAnswer byPin(Browser till) {
        return till.put("/api/session/operator", "operator", "sato", "pin", PIN);
    }

    @Test
    void lookingAtTheRegisterDoesNotKeepSessionAwake() throws Exception {
        try (Running running = register.run()) {
            Browser till = cashier(running.page());
            for (int i = 0; i < LOCK_SECONDS + 1; i++) {
                Thread.sleep(1_000);
                till.get("/api/register").must();
            }
            till.get("/api/sale").refused(423, "LOCKED");
        }
    }

    @Test
    void nextOperatorVoidsWhatWasLeftBehindTheLock() throws Exception {
        try (Running running = register.run()) {
            Browser till = cashier(running.page());
            String sale = saleWithLine(till);
            waitForLock();
            till.signOn("sato", SUPERVISOR_PASSWORD).must();
            assertThat(till.get("/api/sale").json().get("sale").isJsonNull()).isTrue();
            assertThat(reasonOfVoid(sale)).contains("sato");
        }
    }

    @Test
    void ctrlCVoidsOpenSalesAndStopsClean() throws Exception {
        String sale;
        int port;
        try (Running running = register.run()) {
            port = running.page().getPort();
            sale = saleWithLine(cashier(running.page()));
            assertThat(running.interrupt()).as(running.screen()).isZero();
            assertThat(running.screen()).doesNotContain("Exception", "\tat ");
        }
        assertThat(reasonOfVoid(sale)).isEqualTo("レジを終了したため");
        Export export = Export.of(register);
        assertThat(export.entries().get(export.entries().size() - 1).get("type").getAsString())
                .isEqualTo("RegisterStopped");
        try (ServerSocket free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    @Test
    void everySaleThatThePageWasToldOfSurvivesKill() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        try (Running running = register.run()) {
            Browser till = cashier(running.page());
            CompletableFuture<Void> selling = CompletableFuture.runAsync(() -> sellUntilKilled(till, told));
            Thread.sleep(2_000);
            running.kill();
            selling.join();
        }
        assertThat(told).isNotEmpty();
        Export export = Export.of(register);
        assertThat(export.payloads("SaleClosed").stream()
                        .map(sale -> sale.get("saleId").getAsString()))
                .containsAll(told)
                .doesNotHaveDuplicates();
        export.assertNumbersHaveNoGaps();
        export.assertChainHolds();
    }

    private static void sellUntilKilled(Browser till, List<String> told) {
        try {
            while (true) {
                String sale = saleWithLine(till);
                till.cash(sale, 130).must();
                told.add(sale);
                Thread.sleep(40);
            }
        } catch (UncheckedIOException killed) {
            // As it was meant to be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void portInUseIsOneSentenceAndSalesGoOn() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Running running = register.run(taken.getLocalPort())) {
            await(() -> running.screen().contains("Port " + taken.getLocalPort() + " is in use"));
            assertThat(running.screen()).doesNotContain("Register page: http", "Exception");
            register.sells();
            assertThat(running.stop()).isZero();
        }
    }

    @Test
    void addressIsPrintedInJapaneseToJapanesePeople() throws Exception {
        Register japanese = new Register(folder).with("LANG", "ja_JP.UTF-8");
        Path screen = folder.resolve("japanese.out");
        Process process = japanese.start(screen, folder.resolve("japanese.err"), "run", "--port", "0");
        try {
            await(() -> Files.readString(screen).contains("レジ画面: http://127.0.0.1:"));
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void noOtherCommandBringsUpThePageAndNothingListensUntold() throws IOException {
        assertThat(Files.readString(register.installation().resolve("lib/register.options")))
                .contains("-Dorg.apache.felix.http.require.config=true", "-Dorg.apache.felix.http.host=127.0.0.1");
        Answer ready = register.must("", "run", "--until-ready", "--port", "0");
        assertThat(ready.out() + ready.err()).doesNotContain("http");
    }

    @Test
    void numberThatIsNoPortIsToldAndNothingStarts() {
        for (int port : new int[] {-1, 65_536}) {
            Answer answer = register.sekisho("", "run", "--port", port);
            assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
            assertThat(answer.err()).contains("is no port");
        }
    }

    @Test
    void manySignOnsAtOnceAreSlowedDown() throws IOException {
        try (Running running = register.run()) {
            URI page = running.page();
            Browser browser = new Browser(page, OpenApi.of(page));
            PageAnswer last = browser.signOn("nobody", "x");
            for (int i = 0; last.status() == 401 && i < 60; i++) {
                last = browser.signOn("nobody-" + i, "x");
            }
            last.refused(429, "TOO_MANY_SIGN_ONS");
            assertThat(last.header("Retry-After")).matches("[1-3]");
        }
    }

    @Test
    void manyCallsAtOnceAreSlowedDownAndSalesGoOn() {
        try (Running running = register.run()) {
            Browser browser = new Browser(running.page(), OpenApi.of(running.page()));
            PageAnswer last = browser.get("/api/register");
            for (int i = 0; last.status() == 200 && i < 5_000; i++) {
                last = browser.get("/api/register");
            }
            last.refused(429, "TOO_MANY_CALLS");
            assertThat(last.header("Retry-After")).isEqualTo("1");
            register.sells();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not after 30 s");
    }
}
