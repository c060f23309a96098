package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document of the API and the register say the same: each status that the one names, the other gives, in that form. */
class OpenApiIT {

    private static final String ONIGIRI = "4901234567894";
    private static final String OTHER_PASSWORD = "Jm3?xVf6=cGy";
    private static final String NO_RECEIPT = "1-999999";
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
        Browser nobody = new Browser(running.page(), document).thatWaitsWhenTold();
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
        pins(till, nobody.another());
        sale(till);
        bodies(till);
        Browser manager = nobody.another();
        manager.signOn("manager", Register.MANAGER_PASSWORD).must();
        salesThatAreOver(manager);
        setAside(manager);
        returns(manager, cardSale(manager));
        drawer(manager);
        afterwards(manager);
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
            if (isDeed(operation)) {
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

    private static void pins(Browser till, Browser sato) {
        sato.signOn("sato", "Rv9?kSw3*pNf").must();
        assertThat(sato.put("/api/session/pin", "password", "Rv9?kSw3*pNf", "pin", "8306")
                        .status())
                .isEqualTo(204);
        badBodies(till, "/api/session/pin");
        badBodies(till, "/api/session/operator");
        till.put("/api/session/pin", "password", "wrong", "pin", "4917").refused(401, "SIGN_ON_REFUSED");
        till.put("/api/session/pin", "password", Register.CASHIER_PASSWORD, "pin", "1234")
                .refused(422, "PIN_REFUSED");
        assertThat(till.put("/api/session/pin", "password", Register.CASHIER_PASSWORD, "pin", "4917")
                        .status())
                .isEqualTo(204);
        till.put("/api/session/operator", "operator", "tanaka", "pin", "4918").refused(401, "SIGN_ON_REFUSED");
        till.put("/api/session/operator", "operator", "sato", "pin", "4917").refused(401, "SIGN_ON_REFUSED");
        till.put("/api/session/operator", "operator", "tanaka", "pin", "4917").must();
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
        till.put("/api/session/operator", "operator", "sato", "pin", "8306").refused(409, "SALE_IS_OPEN");
        till.delete("/api/sale/lines/2?saleId=" + sale).must();
        till.delete("/api/sale/lines/2?saleId=" + sale).refused(422, "NO_SUCH_LINE");
        till.post("/api/sale/customer", "saleId", sale).must();
        till.post("/api/sale/customer", "saleId", sale, "customer", "C-22222222")
                .refused(422, "NO_SUCH_CUSTOMER");
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

    private static void salesThatAreOver(Browser till) {
        Object[][] deeds = {
            {"refunds", "type", "cash", "amount", 1},
            {"end"},
            {"reconciliation"},
            {"returns", "receipt", NO_RECEIPT, "line", 1, "quantity", "1"},
            {"unreceipted-returns", "code", ONIGIRI, "quantity", "1"},
            {"customer"},
            {"suspension", "reason", "x"}
        };
        for (Object[] deed : deeds) {
            Object[] body = deed.clone();
            body[0] = "nothing";
            till.post(
                            "/api/sale/" + deed[0],
                            Stream.concat(Stream.of("saleId"), Stream.of(body)).toArray())
                    .refused(409, "SALE_IS_OVER");
        }
    }

    private static void setAside(Browser till) {
        String sale = till.begin();
        till.post("/api/sale/suspension", "saleId", sale, "reason", "x").refused(422, "NO_LINES");
        till.scan(sale, ONIGIRI).must();
        String id = till.post("/api/sale/suspension", "saleId", sale, "reason", "the purse")
                .must()
                .json()
                .get("suspendedId")
                .getAsString();
        till.get("/api/suspended-sales").must();
        till.post("/api/sale/recall", "suspendedId", "nothing").refused(422, "NOT_SUSPENDED");
        till.post("/api/sale/recall", "suspendedId", id).must();
        till.post("/api/sale/recall", "suspendedId", id).refused(403, "SALE_IS_OPEN");
    }

    /** The one that is open. */
    private static String cardSale(Browser till) {
        String sale = till.begin();
        till.post("/api/sale/end", "saleId", sale).refused(422, "STILL_DUE");
        till.post("/api/sale/refunds", "saleId", sale, "type", "cash", "amount", 1)
                .refused(422, "REFUND_OUT_OF_RANGE");
        till.post("/api/sale/reconciliation", "saleId", sale).must();
        return till.post("/api/sale/tenders", "saleId", sale, "type", "card", "amount", 130)
                .must()
                .json()
                .getAsJsonObject("closed")
                .get("receiptNumber")
                .getAsString();
    }

    private static void returns(Browser till, String receipt) {
        till.get("/api/receipts/" + receipt).must();
        till.get("/api/receipts/" + NO_RECEIPT).refused(422, "NO_SUCH_RECEIPT");
        String sale = till.begin();
        till.post("/api/sale/returns", "saleId", sale, "receipt", NO_RECEIPT, "line", 1, "quantity", "1")
                .refused(422, "NO_SUCH_RECEIPT");
        till.post("/api/sale/returns", "saleId", sale, "receipt", receipt, "line", 1, "quantity", "1")
                .must();
        till.post("/api/sale/refunds", "saleId", sale, "type", "card", "amount", 130)
                .must();
        String other = till.begin();
        till.post("/api/sale/unreceipted-returns", "saleId", other, "code", "nothing", "quantity", "1")
                .refused(422, "UNKNOWN_CODE");
        till.post("/api/sale/unreceipted-returns", "saleId", other, "code", ONIGIRI, "quantity", "1", "price", 100)
                .must();
        till.post("/api/sale/end", "saleId", other).must();
    }

    private static void drawer(Browser till) {
        till.post("/api/shift", "amount", 99_999_999_999L).refused(422, "CASH_OUT_OF_RANGE");
        till.post("/api/shift", "amount", 1000).must();
        till.post("/api/shift/counts", "amount", 99_999_999_999L).refused(422, "CASH_OUT_OF_RANGE");
        till.post("/api/shift/movements", "movement", "paid-in", "amount", 100, "reason", "")
                .refused(422, "REASON_MISSING");
        till.post("/api/shift/movements", "movement", "paid-in", "amount", 100, "reason", "change");
        assertThat(till.post("/api/shift/counts", "amount", 1100).status()).isEqualTo(204);
        till.delete("/api/shift").must();
        till.post("/api/no-sales", "reason", "").refused(422, "REASON_MISSING");
        till.post("/api/no-sales", "reason", "change");
        till.post("/api/vouchers", "amount", 0).refused(422, "CASH_OUT_OF_RANGE");
        till.post("/api/vouchers", "amount", 100).must();
    }

    private static void afterwards(Browser till) {
        String sale = till.begin();
        till.scan(sale, ONIGIRI).must();
        String receipt = till.cash(sale, 130)
                .json()
                .getAsJsonObject("closed")
                .get("receiptNumber")
                .getAsString();
        till.post("/api/receipts/copies", "receipt", NO_RECEIPT, "reason", "").refused(422, "NO_SUCH_RECEIPT");
        till.post("/api/receipts/copies", "receipt", receipt, "reason", "lost").must();
        till.post("/api/receipts/post-voids", "receipt", NO_RECEIPT, "reason", "x")
                .refused(422, "NO_SUCH_RECEIPT");
        till.post("/api/receipts/post-voids", "receipt", receipt, "reason", "rung wrongly")
                .must();
        till.post("/api/approvals", "operator", "sato", "password", "wrong", "deed", "12345678")
                .refused(401, "SIGN_ON_REFUSED");
        till.post("/api/approvals", "operator", "sato", "password", "Rv9?kSw3*pNf", "deed", "12345678");
        till.get("/api/reports/x").must();
        till.get("/api/reports/exceptions").must();
        JsonObject z = till.post("/api/reports/z").must().json();
        assertThat(register.home().resolve("anchors.jsonl"))
                .content()
                .contains(z.get("journalHead").getAsString());
    }

    private static boolean isDeed(OpenApi.Operation operation) {
        return !operation.isForAnybody()
                && !operation.path().startsWith("/api/session")
                && !operation.path().equals("/api/password-rules");
    }

    private static void bodies(Browser till) {
        for (OpenApi.Operation operation : document.operations()) {
            if (isDeed(operation) && operation.hasBody()) {
                badBodies(till, operation.path());
            } else if (isDeed(operation) && operation.answers(400)) {
                call(till, operation).refused(400, "MALFORMED");
            }
        }
    }

    private static void badBodies(Browser browser, String path) {
        String method = path.startsWith("/api/session/") ? "PUT" : "POST";
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
