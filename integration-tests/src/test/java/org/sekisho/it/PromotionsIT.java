package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promotions of a shop's promotions.json, rung at a register and seen on its receipt. */
class PromotionsIT {

    private static final String RICE_BALL = "4901234567894";
    private static final String BEER = "4912345678904";

    private static final String RICE_BALLS = """
            {"id": "rice", "name": {"ja": "おにぎり3個で2個分", "en": "3 for 2"},
             "type": "n-for-m", "take": 3, "pay": 2, "items": {"codes": ["4901234567894"]},
             "when": {"from": "2020-01-01", "to": "2099-12-31"}}""";

    private static final String PRODUCE = """
            {"id": "produce", "name": {"ja": "青果1割引"}, "type": "percentage", "percent": "10",
             "items": {"departments": ["青果"]}}""";

    private static final String BASKET = """
            {"id": "basket", "name": {"en": "100 off"}, "type": "threshold", "spend": 500, "off": 100,
             "combines": true}""";

    private static final String LONG_AGO = """
            {"id": "old", "name": {"en": "gone"}, "type": "percentage", "percent": "90",
             "items": {"codes": ["4912345678904"]}, "when": {"to": "2020-12-31"}}""";

    private static final String MISSPELT = """
            {"id": "beer", "name": {"en": "beer"}, "type": "percentage", "precent": "10",
             "items": {"codes": ["4912345678904"]}}""";

    @TempDir
    Path folder;

    private Register register;

    @BeforeEach
    void openShop() {
        register = new Register(folder).initialise();
    }

    @Test
    void promotionIsOnTheReceiptInBothLanguagesAndInTheJournal() throws IOException {
        promotions(RICE_BALLS, PRODUCE, LONG_AGO);
        String scans = "3*" + RICE_BALL + "\n0.350kg*0012\n" + BEER + "\n";
        JsonObject sale = register.mustRing(scans + "CASH 772\n").sales().get(0);
        assertThat(amounts(sale)).containsExactly(260L, 214L, 298L);
        assertThat(sale.get("total").getAsLong()).isEqualTo(772);
        assertThat(Export.of(register).payloads("SaleClosed"))
                .last()
                .satisfies(entry -> assertThat(entry.getAsJsonArray("rules").toString())
                        .isEqualTo("[{\"amount\":130,\"line\":1,\"reason\":\"おにぎり3個で2個分 / 3 for 2\","
                                + "\"rule\":\"promotions.rice\"},"
                                + "{\"amount\":24,\"line\":2,\"reason\":\"青果1割引\",\"rule\":\"promotions.produce\"}]"));
        Answer receipt = register.must(
                scans + "CASH 1000\n", "ring", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        assertThat(receipt.out())
                .containsPattern("  おにぎり3個で2個分 / 3 for 2 +-¥130\n")
                .containsPattern("  青果1割引 +-¥24\n")
                .containsPattern("合計 +¥772\n")
                .doesNotContain("gone");
    }

    /** 390 - 130 = 260 and 298 are 558; 100 off as 260:298, the rates first. Without the beer it is below 500. */
    @Test
    void voidTakesAPromotionBackAndScanningAgainGivesIt() throws IOException {
        promotions(RICE_BALLS, BASKET);
        String scans = "3*" + RICE_BALL + "\n" + BEER + "\n";
        assertThat(amounts(register.mustRing(scans + "CASH 458\n").sales().get(0)))
                .containsExactly(260L - 47, 298L - 53);
        assertThat(amounts(
                        register.mustRing(scans + "VOID 2\nCASH 260\n").sales().get(0)))
                .containsExactly(260L);
        assertThat(amounts(register.mustRing(scans + "VOID 1\n3*" + RICE_BALL + "\nCASH 458\n")
                        .sales()
                        .get(0)))
                .containsExactly(298L - 53, 260L - 47);
    }

    /** One rice ball after the other: what was paid for three comes back, and no promotion is reckoned anew. */
    @Test
    void returnGivesBackWhatWasPaid() throws IOException {
        promotions(RICE_BALLS);
        JsonObject sale =
                register.mustRing("3*" + RICE_BALL + "\nCASH 260\n").sales().get(0);
        String receipt = sale.get("receiptNumber").getAsString();
        long back = 0;
        for (int step = 0; step < 3; step++) {
            JsonObject returned = ringByManager("RETURN " + receipt + " 1 1\nEND\n");
            back += returned.get("total").getAsLong();
        }
        assertThat(back).isEqualTo(-260);
    }

    @Test
    void faultyPromotionIsNamedAndSalesGoOnWithoutIt() throws IOException {
        promotions(MISSPELT, RICE_BALLS);
        Answer answer = register.mustRing("3*" + RICE_BALL + "\n" + BEER + "\nCASH 558\n");
        assertThat(answer.sales().get(0).get("total").getAsLong()).isEqualTo(558);
        String fault = "promotions.json: promotion 1 (beer): percent is missing";
        assertThat(leftOut()).contains(fault);
        assertThat(answer.err()).contains(fault + ". Sales go on without it; whoever keeps the register can mend it.");
    }

    @Test
    void fileThatIsNotJsonStopsPromotionsNotSales() throws IOException {
        Files.writeString(register.home().resolve("promotions.json"), "{\"promotions\": [\n" + RICE_BALLS + "\n");
        register.mustRing("3*" + RICE_BALL + "\nCASH 390\n");
        assertThat(leftOut()).contains("promotions.json: ends in the middle");
    }

    private String leftOut() {
        List<JsonObject> entries = Export.of(register).payloads("PriceRuleLeftOut");
        assertThat(entries).hasSize(1);
        return entries.get(0).get("reason").getAsString();
    }

    @Test
    void pluginIsVouchedForWithThePowersThatItsCodeUses() {
        assertThat(register.must("", "list").out())
                .contains("Nothing was refused.")
                .containsPattern("org\\.sekisho\\.rule\\.promotions +0\\.1\\.0 ");
        assertThat(register.sekisho("", "vet", register.bundle("org.sekisho.rule.promotions"))
                        .out())
                .containsPattern("powers +FILES READ_ENV\n");
    }

    private void promotions(String... promotions) throws IOException {
        Files.writeString(
                register.home().resolve("promotions.json"), "{\"promotions\": [" + String.join(",", promotions) + "]}");
    }

    private JsonObject ringByManager(String scans) {
        Answer answer = register.byManager(scans, "ring", "--json");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer.sales().get(0);
    }

    private static List<Long> amounts(JsonObject sale) {
        return sale.getAsJsonArray("lines").asList().stream()
                .map(line -> line.getAsJsonObject().get("amount").getAsLong())
                .toList();
    }
}
