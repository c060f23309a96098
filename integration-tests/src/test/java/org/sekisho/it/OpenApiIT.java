package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document of the API and the register say the same: each status that the one names, the other gives, in that form. */
class OpenApiIT {

    private static final String ONIGIRI = "4901234567894";
    private static final String OTHER_PASSWORD = "Jm3?xVf6=cGy";
    private static final int LOCK_SECONDS = 4;

    @TempDir
    static Path folder;

    static Register register;
    static Running running;
    static OpenApi document;

    @BeforeAll
    static void openShop() {
        register = new Register(folder)
                .with("SEKISHO_PAGE_LOCK_SECONDS", Integer.toString(LOCK_SECONDS))
                .initialise()
                .addOperator("sato", "supervisor", "Rv9?kSw3*pNf");
        running = register.run();
        document = OpenApi.of(running.page());
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void everyStatusThatTheDocumentNamesIsGivenInItsForm() throws Exception {
        String oneTime = register.byManager("", "users", "add", "suzuki", "--role", "cashier")
                .out()
                .strip()
                .replaceFirst("(?s).*: ", "");
        Browser nobody = new Browser(running.page(), document);
        open(nobody);
        everySecuredCall(nobody, 401);
        badBodies(nobody, "/api/session");
        nobody.signOn("tanaka", "wrong").refused(401, "SIGN_ON_REFUSED");

        Browser newcomer = nobody.another();
        newcomer.signOn("suzuki", oneTime).must();
        everyCallThatNeedsAPassword(newcomer);
        passwords(newcomer, oneTime);

        Browser till = nobody.another();
        till.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        tokens(till);
        sale(till);
        bodies(till);
        Thread.sleep(LOCK_SECONDS * 1_000 + 200);
        everySecuredCall(till, 423);

        assertThat(new TreeSet<>(document.seen())).isEqualTo(document.promised());
    }

    private static void open(Browser nobody) {
        nobody.get("/api/openapi.json").must();
        nobody.get("/api/register").must();
    }

    private static void everySecuredCall(Browser browser, int status) {
        for (OpenApi.Operation operation : document.operations()) {
            if (!operation.isForAnybody()) {
                PageAnswer answer = call(browser, operation);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            }
        }
    }

    private static void everyCallThatNeedsAPassword(Browser newcomer) {
        newcomer.get("/api/session").must();
        newcomer.get("/api/password-rules").must();
        for (OpenApi.Operation operation : document.operations()) {
            if (operation.path().startsWith("/api/sale")) {
                call(newcomer, operation).refused(403, "PASSWORD_MUST_CHANGE");
            }
        }
    }

    private static void passwords(Browser newcomer, String oneTime) {
        badBodies(newcomer, "/api/session/password");
        newcomer.put("/api/session/password", "password", "wrong", "newPassword", OTHER_PASSWORD)
                .refused(401, "SIGN_ON_REFUSED");
        newcomer.put("/api/session/password", "password", oneTime, "newPassword", "short")
                .refused(422, "PASSWORD_REFUSED");
        newcomer.put("/api/session/password", "password", oneTime, "newPassword", OTHER_PASSWORD)
                .must();
        assertThat(newcomer.delete("/api/session").status()).isEqualTo(204);
    }

    private static void tokens(Browser till) {
        String token = till.get("/api/session").json().get("csrfToken").getAsString();
        for (OpenApi.Operation operation : document.operations()) {
            if (!operation.isForAnybody() && !operation.method().equals("GET")) {
                call(till.withToken("not-it"), operation).refused(403, "CSRF_TOKEN_WRONG");
            }
        }
        till.withToken(token);
    }

    private static void sale(Browser till) {
        till.get("/api/sale").must();
        String sale = till.begin();
        till.scan(sale, ONIGIRI).must();
        till.scan(sale, ONIGIRI).must();
        till.get("/api/sale").must();
        till.delete("/api/session").refused(409, "SALE_IS_OPEN");
        till.signOn("sato", "Rv9?kSw3*pNf").refused(409, "SALE_IS_OPEN");
        till.delete("/api/sale/lines/2?saleId=" + sale).must();
        till.delete("/api/sale/lines/2?saleId=" + sale).refused(422, "NO_SUCH_LINE");
        till.scan(sale, "nothing").refused(422, "UNKNOWN_CODE");
        till.cash(sale, 99_999_999_999L).refused(422, "CASH_OUT_OF_RANGE");
        till.cash(sale, 30).must();
        till.cash(sale, 100).must();
        till.get("/api/sale").must();
        till.get("/api/sales/" + sale + "/receipt.png").must();
        till.get("/api/sales/nothing/receipt.png").refused(404, "NOT_FOUND");
        till.scan(sale, ONIGIRI).refused(409, "SALE_IS_OVER");
        till.cash("nothing", 1).refused(409, "SALE_IS_OVER");
        till.delete("/api/sale/lines/1?saleId=" + sale).refused(409, "SALE_IS_OVER");
        till.delete("/api/sale?reason=x&saleId=" + sale).refused(409, "SALE_IS_OVER");
        till.delete("/api/sale?reason=x&saleId=" + till.begin()).must();
    }

    private static void bodies(Browser till) {
        for (OpenApi.Operation operation : document.operations()) {
            if (operation.path().startsWith("/api/sale") && operation.hasBody()) {
                badBodies(till, operation.path());
            } else if (operation.path().startsWith("/api/sale") && operation.answers(400)) {
                call(till, operation).refused(400, "MALFORMED");
            }
        }
    }

    private static void badBodies(Browser browser, String path) {
        String method = path.endsWith("password") ? "PUT" : "POST";
        for (String malformed : List.of("", "{}", "[]", "{\"x\":1}", "{\"saleId\":null}", "{\"a\":1,\"a\":1}")) {
            browser.call(method, path, Optional.of(malformed)).refused(400, "MALFORMED");
        }
        browser.call(method, path, Optional.of("{\"x\":\"" + "x".repeat(20_000) + "\"}"))
                .refused(413, "TOO_LARGE");
        browser.call(method, path, Optional.of("x=1"), "Content-Type", "application/x-www-form-urlencoded")
                .refused(415, "NOT_JSON");
    }

    private static PageAnswer call(Browser browser, OpenApi.Operation operation) {
        return browser.call(
                operation.method(), operation.somePath(), operation.hasBody() ? Optional.of("{}") : Optional.empty());
    }
}
