package com.example.rule.onigiri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.testkit.PriceRuleContract;
import org.sekisho.testkit.SampleSale;

class ThreeRiceBallsTest implements PriceRuleContract {

    private static final String SALMON = "4901234050044";
    private static final String PLUM = "4901234050051";
    private static final String KELP = "4901234050068";

    @Override
    public PriceRule rule() {
        return new ThreeRiceBalls();
    }

    @Override
    public SaleView firing() {
        return SampleSale.yen()
                .pieces(2, SALMON, 160)
                .pieces(1, "4901234567894", 128)
                .pieces(1, PLUM, 140)
                .view();
    }

    @Test
    void anyThreeAreFiftyYenOff() {
        assertThat(off(firing())).containsExactly("3: 50");
    }

    @Test
    void twoAreNot() {
        assertThat(off(SampleSale.yen()
                        .pieces(1, SALMON, 160)
                        .pieces(1, KELP, 140)
                        .view()))
                .isEmpty();
    }

    @Test
    void everyThreeCountsWhereItIsCompleted() {
        assertThat(off(SampleSale.yen()
                        .pieces(4, SALMON, 160)
                        .pieces(1, KELP, 140)
                        .pieces(5, PLUM, 140)
                        .view()))
                .containsExactly("1: 50", "3: 100");
    }

    @Test
    void noMoreIsTakenOffThanTheCashierLeft() {
        assertThat(off(SampleSale.yen().discounted(3, PLUM, 140, 400).view())).containsExactly("1: 20");
    }

    private List<String> off(SaleView sale) {
        return rule().propose(sale).stream().map(ThreeRiceBallsTest::words).toList();
    }

    private static String words(Adjustment proposal) {
        return proposal.line() + ": " + proposal.off().minor();
    }
}
