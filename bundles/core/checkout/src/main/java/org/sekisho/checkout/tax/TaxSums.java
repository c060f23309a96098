package org.sekisho.checkout.tax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxTotal;

/** Tax totals of several reckonings put together, per tax code and rate; nothing is rounded again. */
public final class TaxSums {

    private TaxSums() {}

    /** Both together. */
    public static List<TaxTotal> sum(List<TaxTotal> some, List<TaxTotal> others) {
        List<TaxTotal> sums = new ArrayList<>(some);
        for (TaxTotal other : others) {
            int at = 0;
            while (at < sums.size() && !isOfTheSame(sums.get(at), other)) {
                at++;
            }
            if (at < sums.size()) {
                sums.set(at, plus(sums.get(at), other));
            } else {
                sums.add(other);
            }
        }
        sums.sort(TaxTotals.ORDER);
        return sums;
    }

    /** What the first comes to less the second; what does not differ is left out. */
    public static List<TaxTotal> difference(List<TaxTotal> after, List<TaxTotal> before) {
        return sum(after, before.stream().map(TaxSums::negated).toList()).stream()
                .filter(total -> !total.gross().isZero() || !total.tax().isZero())
                .toList();
    }

    private static boolean isOfTheSame(TaxTotal a, TaxTotal b) {
        return a.code().equals(b.code()) && a.rate().equals(b.rate());
    }

    private static TaxTotal negated(TaxTotal t) {
        return new TaxTotal(
                t.code(),
                t.rate(),
                t.net().negate(),
                t.tax().negate(),
                t.gross().negate(),
                t.components().stream()
                        .map(part -> new TaxComponent(
                                part.name(), part.rate(), part.tax().negate()))
                        .toList());
    }

    private static TaxTotal plus(TaxTotal a, TaxTotal b) {
        return new TaxTotal(
                a.code(),
                a.rate(),
                a.net().plus(b.net()),
                a.tax().plus(b.tax()),
                a.gross().plus(b.gross()),
                parts(a, b));
    }

    private static List<TaxComponent> parts(TaxTotal a, TaxTotal b) {
        Map<String, TaxComponent> parts = new LinkedHashMap<>();
        a.components().forEach(part -> parts.put(part.name(), part));
        for (TaxComponent part : b.components()) {
            parts.merge(
                    part.name(),
                    part,
                    (one, other) ->
                            new TaxComponent(one.name(), one.rate(), one.tax().plus(other.tax())));
        }
        return List.copyOf(parts.values());
    }
}
