package org.sekisho.rule.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Line;
import org.sekisho.testkit.SampleSale;

/** What holds for every basket. */
class PromotionPropertiesTest {

    /** All kinds, those that combine among them, in an order in which they get into each other's way. */
    private static final List<PriceRule> ALL = Sheet.rules(
            Sheet.TEA_3_FOR_2,
            Sheet.DRINKS_400,
            Sheet.PAIR_401,
            Sheet.TEN_PERCENT_TOO,
            Sheet.promotion("soap", "'type':'percentage','percent':'33.3'," + Sheet.codes("soap", "ham")),
            Sheet.HUNDRED_OFF_TOO);

    private static final List<PriceRule> EXCLUSIVE =
            Sheet.rules(Sheet.TEA_3_FOR_2, Sheet.DRINKS_400, Sheet.PAIR_401, Sheet.TEN_PERCENT, Sheet.FIVE_PERCENT);

    private static final List<PriceRule> THREE_FOR_TWO = Sheet.rules(Sheet.TEA_3_FOR_2);
    private static final List<PriceRule> HUNDRED_OFF = Sheet.rules(Sheet.HUNDRED_OFF);

    private static final List<String> REDUCED = List.of("tea", "cola", "juice", "bread");
    private static final List<String> STANDARD = List.of("beer", "soap");

    private record Rung(String code, long count, long price) {}

    @Provide
    Arbitrary<List<Rung>> baskets() {
        List<String> codes = new ArrayList<>(REDUCED);
        codes.addAll(STANDARD);
        return Combinators.combine(
                        Arbitraries.of(codes),
                        Arbitraries.longs().between(1, 7),
                        Arbitraries.of(1L, 99L, 128L, 150L, 160L, 203L, 301L))
                .as(Rung::new)
                .list()
                .ofMaxSize(12);
    }

    @Property
    void orderOfScansGivesTheSame(@ForAll("baskets") List<Rung> basket, @ForAll long seed) {
        List<Rung> shuffled = new ArrayList<>(basket);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(offByRate(ALL, sale(shuffled))).isEqualTo(offByRate(ALL, sale(basket)));
    }

    /** One by one or by quantity. */
    @Property
    void scanningOneByOneGivesTheSame(@ForAll("baskets") List<Rung> basket) {
        List<Rung> ones = new ArrayList<>();
        basket.forEach(
                rung -> ones.addAll(Collections.nCopies((int) rung.count(), new Rung(rung.code(), 1, rung.price()))));
        assertThat(offByRate(EXCLUSIVE, sale(ones))).isEqualTo(offByRate(EXCLUSIVE, sale(basket)));
    }

    @Property
    void voidingAndScanningAgainGivesTheSame(
            @ForAll("baskets") List<Rung> basket, @ForAll @IntRange(max = 11) int which) {
        SampleSale again = SampleSale.yen();
        for (int i = 0; i < basket.size(); i++) {
            if (i == which) {
                again.voided();
            } else {
                ring(again, basket.get(i));
            }
        }
        if (which < basket.size()) {
            ring(again, basket.get(which));
        }
        assertThat(offByRate(ALL, again.view())).isEqualTo(offByRate(ALL, sale(basket)));
    }

    @Property
    void noLineGoesBelowZero(@ForAll("baskets") List<Rung> basket) {
        SaleView sale = sale(basket);
        Map<Integer, Long> offs = Sheet.offByLine(ALL, sale);
        for (Line line : sale.lines()) {
            assertThat(offs.getOrDefault(line.number(), 0L))
                    .isBetween(0L, line.amount().minor());
        }
    }

    @Property
    void sharesSumExactlyAndNoneIsOffByMoreThanOneFromItsRates(
            @ForAll("baskets") List<Rung> basket, @ForAll @LongRange(max = 1000) long perMille) {
        List<Use> uses = Lot.of(sale(basket)).stream()
                .map(lot -> new Use(lot, lot.count(), 0))
                .toList();
        long worth = Shares.worth(uses);
        long off = worth * perMille / 1000;
        if (worth == 0) {
            return;
        }
        List<Use> shares = Shares.of(off, uses);
        assertThat(shares.stream().mapToLong(Use::off).sum()).isEqualTo(off);
        assertThat(shares).allSatisfy(use -> {
            assertThat(use.off()).isBetween(0L, use.count() * use.lot().value());
            long exact = off * use.count() * use.lot().value();
            assertThat(Math.abs(use.off() * worth - exact)).isLessThan(2 * worth);
        });
    }

    /** What a threshold takes off is split without loss, whatever the basket. */
    @Property
    void thresholdTakesExactlyWhatItSays(@ForAll("baskets") List<Rung> basket) {
        SaleView sale = sale(basket);
        long total =
                sale.lines().stream().mapToLong(line -> line.amount().minor()).sum();
        assertThat(sum(HUNDRED_OFF, sale)).isEqualTo(total >= 1000 ? 100 : 0);
    }

    /** Against item by item: sorted, every third is free. */
    @Property
    void setsAreThoseOfTheNaiveWay(@ForAll("baskets") List<Rung> basket) {
        Map<String, List<Long>> prices = new TreeMap<>();
        basket.stream()
                .filter(rung -> List.of("tea", "cola").contains(rung.code()))
                .forEach(rung -> prices.computeIfAbsent(rung.code(), code -> new ArrayList<>())
                        .addAll(Collections.nCopies((int) rung.count(), rung.price())));
        long free = 0;
        for (List<Long> items : prices.values()) {
            items.sort(Comparator.reverseOrder());
            for (int i = 2; i < items.size(); i += 3) {
                free += items.get(i);
            }
        }
        assertThat(sum(THREE_FOR_TWO, sale(basket))).isEqualTo(free);
    }

    private static long sum(List<PriceRule> rules, SaleView sale) {
        return Sheet.offByLine(rules, sale).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<BigDecimal, Long> offByRate(List<PriceRule> rules, SaleView sale) {
        Map<Integer, Long> offs = Sheet.offByLine(rules, sale);
        Map<BigDecimal, Long> byRate = new TreeMap<>();
        sale.lines()
                .forEach(line ->
                        byRate.merge(line.taxRate().percent(), offs.getOrDefault(line.number(), 0L), Long::sum));
        return byRate;
    }

    private static SaleView sale(List<Rung> basket) {
        SampleSale sale = SampleSale.yen();
        basket.forEach(rung -> ring(sale, rung));
        return sale.view();
    }

    private static void ring(SampleSale sale, Rung rung) {
        if (STANDARD.contains(rung.code())) {
            sale.standardRate(rung.count(), rung.code(), rung.price());
        } else {
            sale.pieces(rung.count(), rung.code(), rung.price());
        }
    }
}
