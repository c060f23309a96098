package org.sekisho.rule.promotions;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Money;

/**
 * All promotions of the shop, one after the other: each takes from what those before it left, at what is left of its price. A pure
 * function; it remembers the last answer, since each promotion is asked for its part of the same sale. Safe for many threads.
 */
final class Leaflet {

    private final List<Promotion> promotions;
    private volatile @Nullable Reckoned last;

    Leaflet(List<Promotion> promotions) {
        this.promotions = List.copyOf(promotions);
    }

    List<Promotion> promotions() {
        return promotions;
    }

    /** What that promotion takes off in this sale, by rising line. */
    List<Adjustment> proposals(Promotion promotion, SaleView sale) {
        Reckoned known = last;
        if (known == null || !known.sale.equals(sale)) {
            known = new Reckoned(sale, reckon(sale));
            last = known;
        }
        return known.proposals.getOrDefault(promotion.id(), List.of());
    }

    private Map<String, List<Adjustment>> reckon(SaleView sale) {
        Map<String, List<Adjustment>> proposals = new LinkedHashMap<>();
        List<Lot> lots = Lot.of(sale);
        for (Promotion promotion : promotions) {
            if (promotion.when().holds(sale.storeTime())) {
                List<Use> uses = promotion
                        .offer()
                        .on(lots.stream().filter(promotion::mayTake).toList());
                if (!uses.isEmpty()) {
                    proposals.put(promotion.id(), adjustments(promotion, uses, sale.currency()));
                    lots = after(lots, uses, promotion.combines());
                }
            }
        }
        return proposals;
    }

    private List<Adjustment> adjustments(Promotion promotion, List<Use> uses, Currency currency) {
        Map<Integer, Long> offs = new TreeMap<>();
        uses.forEach(use -> offs.merge(use.lot().line().number(), use.off(), Long::sum));
        List<Adjustment> adjustments = new ArrayList<>();
        offs.forEach((line, off) -> {
            if (off > 0) {
                adjustments.add(new Adjustment(line, promotion.name(), Money.of(off, currency)));
            }
        });
        return adjustments;
    }

    private static List<Lot> after(List<Lot> lots, List<Use> uses, boolean stillFree) {
        Map<Lot, Use> byLot = new HashMap<>();
        uses.forEach(use -> byLot.put(use.lot(), use));
        List<Lot> after = new ArrayList<>();
        for (Lot lot : lots) {
            Use use = byLot.get(lot);
            if (use == null) {
                after.add(lot);
            } else {
                long others = lot.count() - use.count();
                after.addAll(lot.worth(others, others * lot.value(), lot.free()));
                after.addAll(lot.worth(use.count(), use.count() * lot.value() - use.off(), lot.free() && stillFree));
            }
        }
        return Lot.sorted(after);
    }

    private record Reckoned(SaleView sale, Map<String, List<Adjustment>> proposals) {}
}
