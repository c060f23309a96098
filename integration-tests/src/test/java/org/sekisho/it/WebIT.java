package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register page of a running register: who may ask, what is refused, and what becomes of a sale when things go wrong. */
class WebIT {

    private static final String ONIGIRI = "4901234567894";
    private static final String SUPERVISOR_PASSWORD = "Rv9?kSw3*pNf";

    @TempDir
    static Path folder;

    static Register register;
    static Running running;
    static URI page;
    static OpenApi document;

    @BeforeAll
    static void openShop() {
        register = new Register(folder)
                .initialise()
                .addOperator("sato", "supervisor", SUPERVISOR_PASSWORD)
                .addOperator("kato", "auditor", SUPERVISOR_PASSWORD);
        running = register.run();
        page = running.page();
        document = OpenApi.of(page);
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            running.close();
        }
    }

    private static Browser browser() {
        return new Browser(page, document);
    }

    private static Browser cashier() {
        Browser browser = browser();
        browser.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        return browser;
    }

    @Test
    void saleOfThePageIsTheSaleOfTheJournalAndOfRing() {
        Browser till = cashier();
        String sale = till.begin();
        till.post("/api/sale/lines", "saleId", sale, "code", ONIGIRI, "quantity", "3")
                .must();
        till.post("/api/sale/lines", "saleId", sale, "code", "0012", "quantity", "0.35", "unit", "kg")
                .must();
        JsonObject open = till.get("/api/sale").json().getAsJsonObject("sale");
        assertThat(open.get("total").getAsLong()).isEqualTo(390 + 238);
        assertThat(open.getAsJsonArray("lines").get(0).getAsJsonObject().get("nameEn"))
                .isNotNull();
        JsonObject closed = till.cash(sale, 1000).json().getAsJsonObject("closed");
        assertThat(closed.get("change").getAsLong()).isEqualTo(1000 - 628);
        assertThat(closed.get("saleId").getAsString()).isEqualTo(sale);
        JsonObject journalled = Export.of(register).payloads("SaleClosed").stream()
                .filter(payload -> payload.get("saleId").getAsString().equals(sale))
                .findFirst()
                .orElseThrow();
        for (String name : List.of("receiptNumber", "total", "taxes", "tenders", "change", "operator", "time")) {
            assertThat(journalled.get(name)).as(name).isEqualTo(closed.get(name));
        }
    }

    @Test
    void lostAnswerNeverDoublesSale() {
        Browser till = cashier();
        String sale = till.begin();
        till.scan(sale, ONIGIRI).must();
        JsonObject first = till.cash(sale, 200).must().json();
        assertThat(till.cash(sale, 200).must().json()).isEqualTo(first);
        assertThat(till.get("/api/sale").json().get("last")).isEqualTo(first.get("closed"));
        assertThat(Export.of(register).payloads("SaleClosed").stream()
                        .filter(payload -> payload.get("saleId").getAsString().equals(sale)))
                .hasSize(1);
        assertThat(till.begin()).isNotEqualTo(sale);
    }

    @Test
    void everyAnswerCarriesTheGuards() {
        Browser till = cashier();
        for (PageAnswer answer : List.of(
                till.get("/"),
                till.get("/nothing-here.html"),
                till.get("/api/register"),
                till.get("/api/nothing"),
                till.get("/api/sales/nothing/receipt.png"),
                till.call("TRACE", "/", Optional.empty()))) {
            assertThat(answer.header("Content-Security-Policy"))
                    .as(answer.toString())
                    .isEqualTo(
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                                    + "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(till.get("/api/session").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void fileOfThePageIsSentOnceAndThenOnlyAskedAbout() {
        PageAnswer first = browser().get("/");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        PageAnswer again = browser().call("GET", "/", Optional.empty(), "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(browser().post("/").status()).isEqualTo(405);
    }

    @Test
    void nothingButThePagesFilesIsReachable() throws IOException {
        for (String path : List.of(
                "/openapi.json",
                "/messages.properties",
                "/RegisterPage.class",
                "/page/index.html",
                "/META-INF/MANIFEST.MF")) {
            assertThat(browser().get(path).status()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of("/../openapi.json", "/%2e%2e/openapi.json", "/x/..;/openapi.json", "//openapi.json")) {
            assertThat(raw("GET " + path + " HTTP/1.1", "Host: localhost"))
                    .as(path)
                    .matches("(?s)HTTP/1.1 40[04] .*");
        }
    }

    @Test
    void nameThatIsNotThisMachinesIsRefused() throws IOException {
        for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.2")) {
            assertThat(raw("GET /api/register HTTP/1.1", "Host: " + host)).contains(" 403 ", "FOREIGN_HOST");
            assertThat(raw("GET / HTTP/1.1", "Host: " + host + ":" + page.getPort()))
                    .contains(" 403 ", "FOREIGN_HOST");
        }
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "localhost:" + page.getPort())) {
            assertThat(raw("GET /api/register HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void callFromAnotherPageIsRefused() {
        Browser till = cashier();
        for (String origin :
                List.of("https://evil.example", "null", "http://localhost:1", "https://127.0.0.1:" + page.getPort())) {
            till.call("POST", "/api/sale", Optional.empty(), "Origin", origin).refused(403, "FOREIGN_ORIGIN");
        }
        assertThat(till.call("POST", "/api/sale", Optional.empty(), "Origin", "http://127.0.0.1:" + page.getPort())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listensOnLoopbackAlone() throws IOException {
        String port = ":%04X".formatted(page.getPort());
        List<String> listening = Files.readAllLines(Path.of("/proc/net/tcp")).stream()
                .filter(line -> line.contains(port + " ") && line.contains(" 0A "))
                .toList();
        List<String> listening6 = Files.readAllLines(Path.of("/proc/net/tcp6")).stream()
                .filter(line -> line.contains(port + " ") && line.contains(" 0A "))
                .map(line -> line.strip().split(" +", -1)[1])
                .toList();
        assertThat(listening.size() + listening6.size()).isEqualTo(1);
        assertThat(listening).allSatisfy(line -> assertThat(line).contains(" 0100007F" + port));
        assertThat(listening6)
                .allSatisfy(address -> assertThat(address).isEqualTo("0000000000000000FFFF00000100007F" + port));
    }

    @Test
    void cookieIsForThisPageAloneAndChangesAtEachSignOn() {
        Browser till = browser();
        PageAnswer first = till.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        assertThat(first.header("Set-Cookie"))
                .matches("sekisho-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        String former = till.cookie();
        till.signOn("tanaka", Register.CASHIER_PASSWORD).must();
        assertThat(till.cookie()).isNotEqualTo(former);
        browser()
                .call("GET", "/api/session", Optional.empty(), "Cookie", former)
                .refused(401, "NOT_SIGNED_ON");
        browser()
                .call("GET", "/api/session", Optional.empty(), "Cookie", "sekisho-session=mine")
                .refused(401, "NOT_SIGNED_ON");
        PageAnswer off = till.delete("/api/session");
        assertThat(off.header("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void tokenOfAnotherSessionIsRefused() {
        Browser till = cashier();
        Browser other = browser();
        String foreign = other.signOn("sato", SUPERVISOR_PASSWORD)
                .must()
                .json()
                .get("csrfToken")
                .getAsString();
        till.withToken(foreign).post("/api/sale").refused(403, "CSRF_TOKEN_WRONG");
        till.withToken("").post("/api/sale").refused(403, "CSRF_TOKEN_WRONG");
    }

    @Test
    void saleFollowsItsOperatorToAnotherBrowser() {
        Browser till = cashier();
        String sale = till.begin();
        till.scan(sale, ONIGIRI).must();
        Browser other = cashier();
        till.get("/api/sale").refused(401, "NOT_SIGNED_ON");
        assertThat(other.begin()).isEqualTo(sale);
        other.delete("/api/sale?reason=done&saleId=" + sale).must();
    }

    @Test
    void auditorMayNotSell() {
        Browser browser = browser();
        browser.signOn("kato", SUPERVISOR_PASSWORD).must();
        browser.post("/api/sale").refused(403, "NOT_ALLOWED");
    }

    @Test
    void whoHasRetiredSellsNoMore() {
        register.addOperator("ito", "cashier", SUPERVISOR_PASSWORD);
        Browser browser = browser();
        browser.signOn("ito", SUPERVISOR_PASSWORD).must();
        browser.begin();
        browser.delete("/api/sale?reason=x&saleId=" + browser.begin()).must();
        Answer retired = register.byManager("", "users", "retire", "ito");
        assertThat(retired.exitCode()).as(retired.toString()).isZero();
        browser.post("/api/sale").refused(401, "NOT_SIGNED_ON");
        browser.get("/api/session").refused(401, "NOT_SIGNED_ON");
    }

    @Test
    void refusalsSpeakTheLanguageOfTheBrowser() {
        String japanese = browser()
                .call("GET", "/api/session", Optional.empty(), "Accept-Language", "ja,en;q=0.8")
                .refused(401, "NOT_SIGNED_ON")
                .text();
        assertThat(japanese).contains("サインオン");
        Browser till = cashier();
        assertThat(till.call(
                                "POST",
                                "/api/sale/lines",
                                Optional.of("{\"saleId\":\"" + till.begin() + "\",\"code\":\"nothing\"}"),
                                "Accept-Language",
                                "ja")
                        .refused(422, "UNKNOWN_CODE")
                        .text())
                .contains("コード nothing の商品はありません。");
    }

    @Test
    void queryThatIsNotRightlyEncodedIsMalformed() throws IOException {
        Browser till = cashier();
        String token = till.get("/api/session").json().get("csrfToken").getAsString();
        for (String query :
                List.of("?saleId=%zz&reason=x", "?saleId=%ff&reason=x", "?saleId=1&saleId=2&reason=x", "?saleId=")) {
            assertThat(raw(
                            "DELETE /api/sale" + query + " HTTP/1.1",
                            "Host: localhost",
                            "Cookie: " + till.cookie(),
                            "X-CSRF-Token: " + token))
                    .as(query)
                    .matches("(?s)HTTP/1.1 40[09] .*");
        }
    }

    @Test
    void receiptIsPictureWhateverPrinterIsSetUp() throws IOException {
        try (PrinterSink printer = new PrinterSink()) {
            Files.writeString(register.home().resolve("devices.json"), printer.settings());
            Browser till = cashier();
            String sale = till.begin();
            till.scan(sale, ONIGIRI).must();
            String number = till.cash(sale, 130)
                    .json()
                    .getAsJsonObject("closed")
                    .get("receiptNumber")
                    .getAsString();
            PageAnswer picture = till.get("/api/sales/" + sale + "/receipt.png").must();
            assertThat(picture.header("Content-Type")).isEqualTo("image/png");
            assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth())
                    .isEqualTo(1280);
            assertThat(printer.paper().await(number).text()).contains("130");
        } finally {
            Files.delete(register.home().resolve("devices.json"));
        }
    }

    @Test
    void pictureOfSomebodyElsesSaleIsNotFound() {
        Browser till = cashier();
        String sale = till.begin();
        till.scan(sale, ONIGIRI).must();
        till.cash(sale, 130).must();
        Browser other = browser();
        other.signOn("sato", SUPERVISOR_PASSWORD).must();
        other.get("/api/sales/" + sale + "/receipt.png").refused(404, "NOT_FOUND");
    }

    @Test
    void whatPeopleReadSaysWhatClosedSalesWaitFor() throws Exception {
        int closedPort = freePort();
        Files.writeString(
                register.home().resolve("devices.json"),
                "{\"printer\":{\"driver\":\"escpos\",\"wire\":\"tcp://127.0.0.1:" + closedPort + "\"}}");
        try {
            Browser till = cashier();
            String sale = till.begin();
            till.scan(sale, ONIGIRI).must();
            till.cash(sale, 130).must();
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (till.get("/api/register").json().getAsJsonArray("waiting").isEmpty()) {
                assertThat(Instant.now()).isBefore(end);
                Thread.sleep(200);
            }
        } finally {
            Files.delete(register.home().resolve("devices.json"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** A request as no browser sends it. */
    private static String raw(String... lines) throws IOException {
        try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), page.getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
