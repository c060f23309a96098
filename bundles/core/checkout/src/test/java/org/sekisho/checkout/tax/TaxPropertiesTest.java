package org.sekisho.checkout.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;

class TaxPropertiesTest {

    private static final Currency YEN = Currency.getInstance("JPY");

    @Property
    void netAndTaxAreGross(@ForAll("lines") List<TaxedAmount> lines, @ForAll("roundings") RoundingMode rounding) {
        for (TaxTotal total : scheme(rounding).reckon(lines, YEN)) {
            assertThat(total.net().plus(total.tax())).isEqualTo(total.gross());
            assertThat(total.tax().minor()).isBetween(0L, total.gross().minor());
        }
    }

    @Property
    void whatIncludesTaxSumsToTheTotal(
            @ForAll("lines") List<TaxedAmount> lines, @ForAll("roundings") RoundingMode rounding) {
        List<TaxedAmount> included = lines.stream()
                .map(line -> new TaxedAmount(line.code(), line.rate(), true, line.minor()))
                .toList();
        assertThat(gross(scheme(rounding).reckon(included, YEN)))
                .isEqualTo(included.stream().mapToLong(TaxedAmount::minor).sum());
    }

    @Property
    void taxOfARateIsWithinOneOfTheIdeal(
            @ForAll("lines") List<TaxedAmount> lines, @ForAll("roundings") RoundingMode rounding) {
        List<TaxTotal> totals = scheme(rounding).reckon(lines, YEN);
        totals.stream().map(TaxTotal::rate).distinct().forEach(rate -> {
            List<TaxTotal> ofRate =
                    totals.stream().filter(t -> t.rate().equals(rate)).toList();
            long tax = ofRate.stream().mapToLong(t -> t.tax().minor()).sum();
            // |tax·(1000 + r) − gross·r| < 1000 + r, with the rate in tenths of a percent
            BigInteger r = BigInteger.valueOf(rate.percent().movePointRight(1).longValueExact());
            BigInteger whole = r.add(BigInteger.valueOf(1000));
            assertThat(BigInteger.valueOf(tax)
                            .multiply(whole)
                            .subtract(BigInteger.valueOf(gross(ofRate)).multiply(r))
                            .abs())
                    .isLessThan(whole);
        });
    }

    @Property
    void orderOfLinesDoesNotMatter(
            @ForAll("lines") List<TaxedAmount> lines, @ForAll("roundings") RoundingMode rounding, @ForAll long seed) {
        List<TaxedAmount> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(scheme(rounding).reckon(shuffled, YEN))
                .isEqualTo(scheme(rounding).reckon(lines, YEN));
    }

    @Property
    void partsAreExactAndWithinOneOfTheirShare(@ForAll("weights") List<Long> weights, @ForAll("amounts") long total) {
        long[] w = weights.stream().mapToLong(Long::longValue).toArray();
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        long of = sum == 0 ? 0 : total;
        long[] parts = Apportionment.split(of, w);
        long parted = 0;
        for (int i = 0; i < w.length; i++) {
            parted += parts[i];
            BigInteger off = BigInteger.valueOf(parts[i])
                    .multiply(BigInteger.valueOf(sum))
                    .subtract(BigInteger.valueOf(of).multiply(BigInteger.valueOf(w[i])))
                    .abs();
            assertThat(off).isLessThan(BigInteger.valueOf(Math.max(1, sum)));
        }
        assertThat(parted).isEqualTo(of);
    }

    @Property
    void basketDiscountIsTakenOffWholeAndNoLineGoesBelowZero(
            @ForAll("lines") List<TaxedAmount> lines, @ForAll("permille") int permille) {
        long sum = lines.stream().mapToLong(TaxedAmount::minor).sum();
        long off = sum * permille / 1000;
        List<TaxedAmount> left = BasketShares.takeOff(off, lines);
        assertThat(left.stream().mapToLong(TaxedAmount::minor).sum()).isEqualTo(sum - off);
        assertThat(left)
                .hasSameSizeAs(lines)
                .allSatisfy(line -> assertThat(line.minor()).isNotNegative());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(left.get(i).minor()).isLessThanOrEqualTo(lines.get(i).minor());
        }
    }

    @Provide
    Arbitrary<List<TaxedAmount>> lines() {
        Arbitrary<TaxedAmount> line = Combinators.combine(
                        Arbitraries.of(
                                new TaxedAmount(TaxCode.STANDARD, TaxRate.ofPercent("10"), true, 0),
                                new TaxedAmount(TaxCode.REDUCED, TaxRate.ofPercent("8"), true, 0),
                                new TaxedAmount(new TaxCode("food"), TaxRate.ofPercent("8"), true, 0),
                                new TaxedAmount(new TaxCode("odd"), TaxRate.ofPercent("5.5"), true, 0),
                                new TaxedAmount(TaxCode.EXEMPT, TaxRate.NONE, true, 0)),
                        Arbitraries.of(true, false),
                        amounts())
                .as((kind, included, minor) -> new TaxedAmount(kind.code(), kind.rate(), included, minor));
        return line.list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(0, 99_999_999_999L);
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return amounts().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Integer> permille() {
        return Arbitraries.integers().between(0, 1000);
    }

    @Provide
    Arbitrary<RoundingMode> roundings() {
        return Arbitraries.of(RoundingMode.FLOOR, RoundingMode.CEILING, RoundingMode.HALF_UP);
    }

    private static OncePerRate scheme(RoundingMode rounding) {
        return new OncePerRate(Rounding.of(rounding));
    }

    private static long gross(List<TaxTotal> totals) {
        return totals.stream().mapToLong(t -> t.gross().minor()).sum();
    }
}
