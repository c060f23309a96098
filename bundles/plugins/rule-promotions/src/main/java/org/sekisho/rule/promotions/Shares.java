package org.sekisho.rule.promotions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Splits what is taken off, exactly: first over the tax rates, then over the lots of each, both by what they are worth and by largest
 * remainder (ties: the higher rate, then the dearer lot), as the register splits its own discounts.
 */
final class Shares {

    private Shares() {}

    /**
     * The same uses, each with its share.
     *
     * @param off at most what the uses are worth together
     */
    static List<Use> of(long off, List<Use> uses) {
        Map<BigDecimal, List<Use>> byRate = new TreeMap<>(Comparator.reverseOrder());
        uses.forEach(use -> byRate.computeIfAbsent(use.lot().line().taxRate().percent(), rate -> new ArrayList<>())
                .add(use));
        List<List<Use>> rates = List.copyOf(byRate.values());
        List<Long> ofRates = split(off, rates.stream().map(Shares::worth).toList());
        List<Use> shares = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            List<Use> rate = rates.get(i);
            List<Long> parts =
                    split(ofRates.get(i), rate.stream().map(Shares::worth).toList());
            for (int j = 0; j < parts.size(); j++) {
                shares.add(new Use(rate.get(j).lot(), rate.get(j).count(), parts.get(j)));
            }
        }
        return shares;
    }

    static long worth(List<Use> uses) {
        return uses.stream().mapToLong(Shares::worth).sum();
    }

    private static long worth(Use use) {
        return use.count() * use.lot().value();
    }

    private static List<Long> split(long total, List<Long> weights) {
        BigInteger sum =
                BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        List<BigInteger[]> shares = weights.stream()
                .map(weight -> BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(sum))
                .toList();
        List<Long> parts = new ArrayList<>();
        shares.forEach(share -> parts.add(share[0].longValueExact()));
        long left = total - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1])
                        .reversed()) // stable: ties keep their order
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }
}
