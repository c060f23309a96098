package org.sekisho.rule.promotions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Unit;

/**
 * Items of one line that are worth the same. A line of three for 100 yen is two lots: one item of 34, two of 33. What is weighed is one
 * item, worth its whole line.
 *
 * @param department empty when it has none
 * @param count of items, positive
 * @param value of one item in minor units, positive
 * @param free whether no promotion has taken them for itself
 */
record Lot(Line line, String department, long count, long value, boolean free) {

    /** The dearest first; the rest makes the order of scans not matter, but for lines that are alike. */
    private static final Comparator<Lot> DEAREST = Comparator.comparingLong(Lot::value)
            .reversed()
            .thenComparing(lot -> lot.line().code())
            .thenComparing(lot -> lot.line().amount())
            .thenComparingLong(lot -> lot.line().quantity().thousandths())
            .thenComparing(lot -> lot.line().taxRate().percent())
            .thenComparing(lot -> lot.line().taxIncluded())
            .thenComparing(Lot::free)
            .thenComparingInt(lot -> lot.line().number());

    /** What a customer buys in this sale; what comes back, or was given away, is no part of any promotion. */
    static List<Lot> of(SaleView sale) {
        List<Lot> lots = new ArrayList<>();
        for (Line line : sale.lines()) {
            if (line.quantity().thousandths() > 0) {
                String department = sale.departments().getOrDefault(line.number(), "");
                long count = line.unit() == Unit.PIECE ? line.quantity().thousandths() / 1000 : 1;
                lots.addAll(split(line, department, count, line.amount().minor(), true));
            }
        }
        return sorted(lots);
    }

    /** The dearest first, and what is alike in one. */
    static List<Lot> sorted(List<Lot> lots) {
        Map<Alike, Lot> merged = new LinkedHashMap<>();
        for (Lot lot : lots) {
            merged.merge(
                    new Alike(lot.line.number(), lot.value, lot.free),
                    lot,
                    (one, other) -> new Lot(one.line, one.department, one.count + other.count, one.value, one.free));
        }
        return merged.values().stream().sorted(DEAREST).toList();
    }

    /** So many of them, worth that together. */
    List<Lot> worth(long some, long total, boolean stillFree) {
        return split(line, department, some, total, stillFree);
    }

    private static List<Lot> split(Line line, String department, long count, long total, boolean free) {
        List<Lot> lots = new ArrayList<>();
        if (count > 0) {
            long dearer = total % count;
            add(lots, new Lot(line, department, dearer, total / count + 1, free));
            add(lots, new Lot(line, department, count - dearer, total / count, free));
        }
        return lots;
    }

    private static void add(List<Lot> lots, Lot lot) {
        if (lot.count > 0 && lot.value > 0) {
            lots.add(lot);
        }
    }

    boolean isCounted() {
        return line.unit() == Unit.PIECE;
    }

    long total() {
        return count * value;
    }

    private record Alike(int line, long value, boolean free) {}
}
