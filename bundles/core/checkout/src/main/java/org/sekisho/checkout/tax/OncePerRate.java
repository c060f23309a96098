package org.sekisho.checkout.tax;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;

/**
 * Rounds once per rate and receipt, as Japan's invoice system demands (and as the EU's document scope does).
 *
 * <p>With I what includes tax and E what does not, both per rate: {@code gross = I + E + round(E·r)} and
 * {@code tax = round(gross·r/(1+r))}. Codes that share a rate share its one rounding too: their parts are apportioned.
 */
record OncePerRate(Rounding rounding) implements TaxScheme {

    @Override
    public String word() {
        return rounding.word();
    }

    @Override
    public List<TaxTotal> reckon(List<TaxedAmount> lines, Currency currency) {
        List<TaxTotal> totals = new ArrayList<>();
        lines.stream()
                .collect(groupingBy(TaxedAmount::rate))
                .forEach((rate, amounts) -> totals.addAll(ofRate(rate, amounts, currency)));
        totals.sort(TaxTotals.ORDER);
        return totals;
    }

    private List<TaxTotal> ofRate(TaxRate rate, List<TaxedAmount> amounts, Currency currency) {
        TreeMap<String, Sums> byCode = new TreeMap<>();
        amounts.forEach(amount -> byCode.merge(amount.code().name(), Sums.of(amount), Sums::plus));
        List<Sums> sums = List.copyOf(byCode.values());

        long[] excluded = sums.stream().mapToLong(Sums::excluded).toArray();
        long[] added = share(rounding.added(total(excluded), rate), excluded);
        long[] gross = new long[added.length];
        for (int i = 0; i < gross.length; i++) {
            gross[i] = Math.addExact(sums.get(i).included(), Math.addExact(excluded[i], added[i]));
        }
        long[] tax = share(rounding.within(total(gross), rate), gross);

        List<TaxTotal> totals = new ArrayList<>();
        int i = 0;
        for (String code : byCode.keySet()) {
            totals.add(TaxTotals.of(new TaxCode(code), rate, gross[i], tax[i], currency));
            i++;
        }
        return totals;
    }

    private static long[] share(long total, long[] weights) {
        return weights.length == 1 ? new long[] {total} : Apportionment.split(total, weights);
    }

    private static long total(long[] parts) {
        long sum = 0;
        for (long part : parts) {
            sum = Math.addExact(sum, part);
        }
        return sum;
    }

    /** I and E of one tax code. */
    private record Sums(long included, long excluded) {

        static Sums of(TaxedAmount amount) {
            return amount.taxIncluded() ? new Sums(amount.minor(), 0) : new Sums(0, amount.minor());
        }

        Sums plus(Sums other) {
            return new Sums(Math.addExact(included, other.included), Math.addExact(excluded, other.excluded));
        }
    }
}
