package org.sekisho.rule.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.testkit.PriceRuleContract;
import org.sekisho.testkit.SampleSale;
import org.sekisho.testkit.SampleSales;

class PromotionRuleTest {

    @Nested
    class NForM implements PriceRuleContract {

        @Override
        public PriceRule rule() {
            return Sheet.rules(Sheet.TEA_3_FOR_2).get(0);
        }

        @Override
        public SaleView firing() {
            return SampleSale.yen().pieces(4, "tea", 150).pieces(2, "cola", 160).view();
        }
    }

    @Nested
    class MixAndMatch implements PriceRuleContract {

        @Override
        public PriceRule rule() {
            return Sheet.rules(Sheet.PAIR_401).get(0);
        }

        @Override
        public SaleView firing() {
            return SampleSale.yen()
                    .pieces(2, "bread", 199)
                    .standardRate(3, "beer", 301)
                    .view();
        }
    }

    @Nested
    class Percent implements PriceRuleContract {

        @Override
        public PriceRule rule() {
            return Sheet.rules(
                            Sheet.promotion("veg", "'type':'percentage','percent':'33','items':{'departments':['野菜']}"))
                    .get(0);
        }

        @Override
        public SaleView firing() {
            return SampleSale.yen()
                    .pieces(3, "onion", 97)
                    .department("野菜")
                    .pieces(1, "tea", 150)
                    .view();
        }

        @Test
        void onlyThatDepartmentGetsIt() {
            assertThat(Sheet.off(List.of(rule()), firing())).containsExactly("veg 1: 96");
        }
    }

    /** The second of two, which depends on what the first takes; and on the whole basket. */
    @Nested
    class ThresholdAfterSets implements PriceRuleContract {

        @Override
        public PriceRule rule() {
            return Sheet.rules(Sheet.TEA_3_FOR_2, Sheet.HUNDRED_OFF_TOO).get(1);
        }

        @Override
        public SaleView firing() {
            return SampleSale.yen()
                    .pieces(3, "tea", 150)
                    .standardRate(2, "soap", 777)
                    .view();
        }
    }

    @Test
    void twoHundredPromotionsOnThreeHundredLinesTakeNoTime() {
        String[] promotions = IntStream.range(0, 200)
                .mapToObj(i -> Sheet.promotion("p" + i, "'type':'threshold','spend':1,'percent':'1','combines':true"))
                .toArray(String[]::new);
        List<PriceRule> rules = Sheet.rules(promotions);
        SaleView sale = SampleSales.manyLines();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            SaleView again =
                    new SaleView(sale.lines(), sale.currency(), sale.storeTime().plusMinutes(round));
            long start = System.nanoTime();
            rules.forEach(rule -> rule.propose(again));
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best).isLessThan(1_000_000_000L);
    }

    @Test
    void receiptShowsBothNamesAndTheJournalTheId() {
        PriceRule rule = Sheet.rules(Sheet.TEA_3_FOR_2).get(0);
        assertThat(rule.name()).isEqualTo("promotions.tea");
        assertThat(rule.propose(SampleSale.yen().pieces(3, "tea", 150).view()))
                .extracting(Adjustment::reason)
                .containsExactly("特価 tea / tea deal");
    }

    @Test
    void amountsAreInMinorUnitsOfTheShopsCurrency() {
        List<PriceRule> rules = Sheet.rules(
                Sheet.promotion("any", "'type':'mix-and-match','take':3,'price':500," + Sheet.codes("tea")));
        assertThat(Sheet.off(rules, SampleSale.in("EUR").pieces(3, "tea", 249).view()))
                .containsExactly("any 1: 247");
    }
}
