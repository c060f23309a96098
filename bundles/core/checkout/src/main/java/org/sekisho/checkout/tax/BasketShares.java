package org.sekisho.checkout.tax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.api.model.TaxRate;

/** Takes a discount on the whole sale off its lines, exactly: first over the rates, then over the lines of each. */
public final class BasketShares {

    private static final Comparator<TaxRate> HIGHER_FIRST =
            Comparator.comparing(TaxRate::percent).reversed();

    private BasketShares() {}

    /**
     * The lines after their share of the discount. Ties go to the higher rate, then to the lower line.
     *
     * @param off at most the sum of the amounts
     * @param lines by rising number, none negative
     */
    public static List<TaxedAmount> takeOff(long off, List<TaxedAmount> lines) {
        if (off == 0) {
            return lines;
        }
        SortedMap<TaxRate, List<Integer>> byRate = new TreeMap<>(HIGHER_FIRST);
        for (int i = 0; i < lines.size(); i++) {
            byRate.computeIfAbsent(lines.get(i).rate(), r -> new ArrayList<>()).add(i);
        }
        long[] rateShares = Apportionment.split(
                off,
                byRate.values().stream()
                        .mapToLong(group -> group.stream()
                                .mapToLong(i -> lines.get(i).minor())
                                .sum())
                        .toArray());
        List<TaxedAmount> left = new ArrayList<>(lines);
        int rate = 0;
        for (List<Integer> group : byRate.values()) {
            long[] shares = Apportionment.split(
                    rateShares[rate++],
                    group.stream().mapToLong(i -> lines.get(i).minor()).toArray());
            for (int i = 0; i < shares.length; i++) {
                left.set(group.get(i), lines.get(group.get(i)).minus(shares[i]));
            }
        }
        return left;
    }
}
