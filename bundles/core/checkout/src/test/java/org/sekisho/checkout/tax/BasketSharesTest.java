package org.sekisho.checkout.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;

class BasketSharesTest {

    private static final TaxedAmount STANDARD = new TaxedAmount(TaxCode.STANDARD, TaxRate.ofPercent("10"), true, 0);
    private static final TaxedAmount REDUCED = new TaxedAmount(TaxCode.REDUCED, TaxRate.ofPercent("8"), true, 0);

    @Test
    void tieBetweenRatesGoesToTheHigher() {
        assertThat(left(1, of(REDUCED, 100), of(STANDARD, 100))).containsExactly(100L, 99L);
    }

    @Test
    void tieBetweenLinesGoesToTheLower() {
        assertThat(left(1, of(REDUCED, 100), of(REDUCED, 100))).containsExactly(99L, 100L);
    }

    @Test
    void ratesComeFirstThenTheirLines() {
        // 100 over 10%: 300 and 8%: 600 gives 33.3 and 66.6, so 33 and 67; 67 over 200, 400 gives 22.3 and 44.6
        assertThat(left(100, of(REDUCED, 200), of(STANDARD, 300), of(REDUCED, 400)))
                .containsExactly(178L, 267L, 355L);
    }

    @Test
    void wholeSaleCanBeGivenAway() {
        assertThat(left(500, of(REDUCED, 200), of(STANDARD, 300))).containsExactly(0L, 0L);
    }

    @Test
    void nothingCannotBeSplitOverNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> left(1, of(REDUCED, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> Apportionment.split(-1, 1));
    }

    private static TaxedAmount of(TaxedAmount kind, long minor) {
        return new TaxedAmount(kind.code(), kind.rate(), kind.taxIncluded(), minor);
    }

    private static List<Long> left(long off, TaxedAmount... lines) {
        return BasketShares.takeOff(off, List.of(lines)).stream()
                .map(TaxedAmount::minor)
                .toList();
    }
}
