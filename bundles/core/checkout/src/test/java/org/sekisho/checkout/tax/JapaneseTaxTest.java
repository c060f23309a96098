package org.sekisho.checkout.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;

/** Right to the yen, reckoned by hand. */
class JapaneseTaxTest {

    private static final Currency YEN = Currency.getInstance("JPY");
    private static final TaxRate TEN = TaxRate.ofPercent("10");
    private static final TaxRate EIGHT = TaxRate.ofPercent("8");

    @ParameterizedTest
    @CsvSource({
        // what includes tax, what does not, rounding, net, tax, gross
        "1000,    0, FLOOR,    910,  90, 1000", // 1000 * 10/110 = 90.90…
        "1000,    0, CEILING,  909,  91, 1000",
        "1000,    0, HALF_UP,  909,  91, 1000",
        "1100,    0, FLOOR,   1000, 100, 1100",
        "1104,    0, HALF_UP, 1004, 100, 1104", // 100.36…
        "   0, 1000, FLOOR,   1000, 100, 1100",
        "   0,  999, FLOOR,    999,  99, 1098", // 99.9
        "   0,  999, CEILING,  999, 100, 1099",
        "   0,  995, HALF_UP,  995, 100, 1095", // 99.5 is half: up
        " 108,  105, FLOOR,    203,  20,  223", // 108 + 105 + floor(10.5) = 223; 223 * 10/110 = 20.27…
        " 108,  105, CEILING,  203,  21,  224", // 108 + 105 + 11 = 224; 20.36… up
        "   1,    1, FLOOR,      2,   0,    2",
        "   0,    0, FLOOR,      0,   0,    0",
    })
    void standardRate(long included, long excluded, RoundingMode rounding, long net, long tax, long gross) {
        TaxTotal total = only(
                rounding,
                new TaxedAmount(TaxCode.STANDARD, TEN, true, included),
                new TaxedAmount(TaxCode.STANDARD, TEN, false, excluded));
        assertThat(figures(total)).isEqualTo("net " + net + " tax " + tax + " gross " + gross);
    }

    @ParameterizedTest
    @CsvSource({
        "198, FLOOR, 184, 14", // 198 * 8/108 = 14.66…
        "198, CEILING, 183, 15",
        "198, HALF_UP, 183, 15",
        "1080, FLOOR, 1000, 80",
        "-198, FLOOR, -184, -14", // what comes back is rounded by magnitude
        "-198, CEILING, -183, -15",
        "-27, HALF_UP, -25, -2",
    })
    void reducedRate(long included, RoundingMode rounding, long net, long tax) {
        TaxTotal total = only(rounding, new TaxedAmount(TaxCode.REDUCED, EIGHT, true, included));
        assertThat(figures(total)).isEqualTo("net " + net + " tax " + tax + " gross " + included);
    }

    @Test
    void onceAReceiptIsNotTheSumOfTheLines() {
        TaxedAmount onigiri = new TaxedAmount(TaxCode.REDUCED, EIGHT, true, 128); // 9.48… each
        TaxTotal together = only(RoundingMode.FLOOR, onigiri, onigiri, onigiri);
        assertThat(together.tax().minor()).isEqualTo(28); // 384 * 8/108 = 28.44…
        TaxTotal eachAlone = new OncePerLine(Rounding.of(RoundingMode.FLOOR))
                .reckon(List.of(onigiri, onigiri, onigiri), YEN)
                .get(0);
        assertThat(eachAlone.tax().minor()).isEqualTo(27);
    }

    @Test
    void aBasketOfBothRatesAndExemptGoods() {
        List<TaxTotal> totals = new OncePerRate(Rounding.of(RoundingMode.FLOOR))
                .reckon(
                        List.of(
                                new TaxedAmount(TaxCode.REDUCED, EIGHT, true, 213),
                                new TaxedAmount(TaxCode.EXEMPT, TaxRate.NONE, true, 500),
                                new TaxedAmount(TaxCode.STANDARD, TEN, true, 330),
                                new TaxedAmount(TaxCode.REDUCED, EIGHT, false, 150)),
                        YEN);
        assertThat(totals.stream().map(t -> t.code() + " " + t.rate() + " " + figures(t)))
                .containsExactly(
                        "standard 10 net 300 tax 30 gross 330",
                        "reduced 8 net 348 tax 27 gross 375", // 213 + 150 + 12 = 375; 27.77…
                        "exempt 0 net 500 tax 0 gross 500");
    }

    @Test
    void codesThatShareARateShareItsOneRounding() {
        TaxCode food = new TaxCode("food");
        assertThat(new OncePerRate(Rounding.of(RoundingMode.CEILING))
                                .reckon(
                                        List.of(
                                                new TaxedAmount(TaxCode.REDUCED, EIGHT, true, 101),
                                                new TaxedAmount(food, EIGHT, true, 101)),
                                        YEN)
                                .stream()
                                .mapToLong(t -> t.tax().minor())
                                .sum())
                .isEqualTo(15); // 202 * 8/108 = 14.96…; two roundings would give 8 + 8
    }

    private static TaxTotal only(RoundingMode rounding, TaxedAmount... amounts) {
        List<TaxTotal> totals = new OncePerRate(Rounding.of(rounding)).reckon(List.of(amounts), YEN);
        assertThat(totals).hasSize(1);
        return totals.get(0);
    }

    private static String figures(TaxTotal total) {
        return "net " + total.net().minor() + " tax " + total.tax().minor() + " gross "
                + total.gross().minor();
    }
}
