package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Selling by command: right to the yen, JSON to the letter, and still there after a restart. */
class SaleFlowIT {

    private static final String BASKET = """
            # three rice balls, a beer, some tomatoes by weight
            3*4901234567894
            4912345678904
            0.350kg*0012
            CASH 1000
            """;

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise();
    }

    @Test
    void saleIsRightToTheYenAndToTheLetter() {
        Answer answer = register.ring(BASKET);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        JsonObject sale = JsonParser.parseString(answer.out()).getAsJsonObject();
        assertThat(List.copyOf(sale.keySet()))
                .containsExactly(
                        "schema",
                        "saleId",
                        "receiptNumber",
                        "lane",
                        "operator",
                        "time",
                        "businessDate",
                        "kind",
                        "currency",
                        "lines",
                        "discounts",
                        "taxes",
                        "total",
                        "tenders",
                        "change",
                        "cashRounding");
        assertThat(sale.get("lines").toString()).isEqualTo("""
                        [{"line":1,"code":"4901234567894","name":"手巻おにぎり 鮭","quantity":"3","unit":"piece","unitPrice":130,\
                        "discount":0,"amount":390,"taxCode":"reduced","taxRate":"8","taxIncluded":true},\
                        {"line":2,"code":"4912345678904","name":"生ビール 350ml","quantity":"1","unit":"piece","unitPrice":298,\
                        "discount":0,"amount":298,"taxCode":"standard","taxRate":"10","taxIncluded":true},\
                        {"line":3,"code":"0012","name":"ミニトマト","quantity":"0.35","unit":"kg","unitPrice":680,\
                        "discount":0,"amount":238,"taxCode":"reduced","taxRate":"8","taxIncluded":true}]""");
        assertThat(tax(sale, "reduced")).containsExactly(628 - 46, 46, 628);
        assertThat(tax(sale, "standard")).containsExactly(298 - 27, 27, 298);
        assertThat(sale.get("total").getAsLong()).isEqualTo(926);
        assertThat(sale.get("tenders").toString()).isEqualTo("[{\"type\":\"cash\",\"amount\":1000}]");
        assertThat(sale.get("change").getAsLong()).isEqualTo(74);
        assertThat(sale.get("cashRounding").getAsLong()).isZero();
        assertThat(sale.get("operator").getAsString()).isEqualTo("tanaka");
        assertThat(sale.get("kind").getAsString()).isEqualTo("sale");
    }

    @Test
    void receiptNamesTheRatesAndTheChange() {
        Answer answer = register.must(BASKET, "ring", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        assertThat(answer.out()).contains("手巻おにぎり 鮭", "※", "926", "8%対象", "10%対象", "お釣り", "74");
    }

    @Test
    void numbersHaveNoGapsAcrossSalesAndRestarts() {
        long first = number(register.ring(BASKET));
        register.ring("4901234567894\nCASH 5\nhello\n");
        try (Running running = register.run()) {
            assertThat(number(register.ring(BASKET))).isEqualTo(first + 1);
            assertThat(running.stop()).isZero();
        }
        assertThat(number(register.ring(BASKET))).isEqualTo(first + 2);
        assertThat(register.must("", "journal", "verify").out()).contains("The journal holds");
    }

    @Test
    void wrongLineStopsWithItsNumberAndClosedSalesStand() {
        long before = number(register.ring("4901234567894\nCASH 130\n"));
        Answer answer = register.ring("4901234567894\nCASH 130\n4901234567894\nhello\n");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("line 4");
        assertThat(number(answer)).isEqualTo(before + 1);
        assertThat(number(register.ring("4901234567894\nCASH 130\n"))).isEqualTo(before + 2);
    }

    @Test
    void elementStringsFindTheirItemAndWhatExpiredIsRefused() {
        Answer fresh = register.ring("(01)04912345678904(17)401231(10)L*7\nCASH 298\n");
        assertThat(fresh.exitCode()).as(fresh.toString()).isZero();
        assertThat(fresh.out()).contains("\"code\":\"4912345678904\"");
        Answer sent = register.ring("]C1010491234567890410L7\u001d17401231\nCASH 298\n");
        assertThat(sent.exitCode()).as(sent.toString()).isZero();
        Answer expired = register.ring("(01)04912345678904(17)200101\nCASH 298\n");
        assertThat(expired.exitCode()).as(expired.toString()).isEqualTo(3);
        assertThat(expired.err()).contains("2020-01-01").contains("not sold any more");
        assertThat(register.ring("3*(01)04912345678904(3103)001250\n").exitCode())
                .isEqualTo(2);
    }

    @Test
    void wrongPasswordAndMissingPermissionAreRefused() {
        Path wrong = register.file("wrong.pw", "Not-The-Right1-Password\n");
        assertThat(register.sekisho("", "ring", "--as", "tanaka", "--password-file", wrong)
                        .exitCode())
                .isEqualTo(3);
        assertThat(register.sekisho("", "ring", "--as", "nobody", "--password-file", wrong)
                        .exitCode())
                .isEqualTo(3);
        Answer discount = register.ring("4901234567894\nDISCOUNT 1 10%\nCASH 130\n");
        assertThat(discount.exitCode()).as(discount.toString()).isEqualTo(3);
        assertThat(register.sekisho("", "report", "z", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"))
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void reportsAddUpAndZStartsAnew() {
        register.byManager("", "report", "z", "--json");
        register.ring(BASKET);
        register.ring(BASKET);
        JsonObject x = JsonParser.parseString(
                        register.byManager("", "report", "x", "--json").out())
                .getAsJsonObject();
        assertThat(x.get("sales").getAsLong()).isEqualTo(2);
        assertThat(x.get("total").getAsLong()).isEqualTo(2 * 926);
        assertThat(x.getAsJsonObject("tenders").get("cash").getAsLong()).isEqualTo(2 * 926);
        JsonObject z = JsonParser.parseString(
                        register.byManager("", "report", "z", "--json").out())
                .getAsJsonObject();
        JsonObject next = JsonParser.parseString(
                        register.byManager("", "report", "z", "--json").out())
                .getAsJsonObject();
        assertThat(next.get("zNumber").getAsLong()).isEqualTo(z.get("zNumber").getAsLong() + 1);
        assertThat(next.get("total").getAsLong()).isZero();
    }

    private static long number(Answer answer) {
        String json = answer.out().lines().findFirst().orElseThrow(() -> new AssertionError(answer.toString()));
        String number = JsonParser.parseString(json)
                .getAsJsonObject()
                .get("receiptNumber")
                .getAsString();
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }

    private static List<Integer> tax(JsonObject sale, String code) {
        JsonArray taxes = sale.getAsJsonArray("taxes");
        for (int i = 0; i < taxes.size(); i++) {
            JsonObject tax = taxes.get(i).getAsJsonObject();
            if (tax.get("taxCode").getAsString().equals(code)) {
                return List.of(
                        tax.get("net").getAsInt(),
                        tax.get("tax").getAsInt(),
                        tax.get("gross").getAsInt());
            }
        }
        throw new AssertionError("no " + code + " in " + sale);
    }
}
