package org.sekisho.checkout.tax;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;

/** Rounds every line on its own and adds up, as many EU countries allow; Japan does not. */
record OncePerLine(Rounding rounding) implements TaxScheme {

    @Override
    public String word() {
        return rounding.word() + " per line";
    }

    @Override
    public List<TaxTotal> reckon(List<TaxedAmount> lines, Currency currency) {
        Map<Bucket, TaxTotal> totals = new LinkedHashMap<>();
        for (TaxedAmount line : lines) {
            long gross = line.taxIncluded()
                    ? line.minor()
                    : Math.addExact(line.minor(), rounding.added(line.minor(), line.rate()));
            totals.merge(
                    new Bucket(line.code(), line.rate()),
                    TaxTotals.of(line.code(), line.rate(), gross, rounding.within(gross, line.rate()), currency),
                    OncePerLine::plus);
        }
        return totals.values().stream().sorted(TaxTotals.ORDER).toList();
    }

    private static TaxTotal plus(TaxTotal a, TaxTotal b) {
        Money tax = a.tax().plus(b.tax());
        return new TaxTotal(
                a.code(), a.rate(), a.net().plus(b.net()), tax, a.gross().plus(b.gross()), List.of());
    }

    private record Bucket(TaxCode code, TaxRate rate) {}
}
