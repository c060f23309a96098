package org.sekisho.rule.promotions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every so many items together cost less. Sets are made from the dearest down, so that the customer gets the most; a set that would not
 * get cheaper is not made. What is weighed makes no set.
 *
 * @param size items of a set
 * @param reward what it costs
 * @param alike whether the items of a set must have the same code
 */
record Sets(int size, Reward reward, boolean alike) implements Offer {

    /** What is taken off a set. */
    interface Reward {

        /**
         * Zero or less where it gives nothing.
         *
         * @param set of the right size, the dearest first
         */
        long off(List<Use> set);
    }

    /** The dearest are paid, the others are free. */
    static Reward paying(int paid) {
        return set -> {
            long left = paid;
            long off = 0;
            for (Use use : set) {
                long here = Math.min(left, use.count());
                left -= here;
                off += (use.count() - here) * use.lot().value();
            }
            return off;
        };
    }

    static Reward costing(long price) {
        return set -> Shares.worth(set) - price;
    }

    @Override
    public List<Use> on(List<Lot> lots) {
        List<Use> all = new ArrayList<>();
        for (List<Lot> group : groups(lots)) {
            all.addAll(new Making().of(group));
        }
        return all;
    }

    private Collection<List<Lot>> groups(List<Lot> lots) {
        Map<String, List<Lot>> groups = new LinkedHashMap<>();
        for (Lot lot : lots) {
            if (lot.isCounted()) {
                groups.computeIfAbsent(alike ? lot.line().code() : "", code -> new ArrayList<>())
                        .add(lot);
            }
        }
        return groups.values();
    }

    /** Sets as they are filled, item by item, and many at once where a lot has enough for them. */
    private final class Making {

        private final Map<Lot, Long> used = new LinkedHashMap<>();
        private List<Use> set = new ArrayList<>();
        private long inSet;
        private long off;
        private boolean worthIt = true;

        List<Use> of(List<Lot> group) {
            for (Lot lot : group) {
                long left = lot.count();
                while (left > 0 && worthIt) {
                    long items = Math.min(left, size - inSet);
                    set.add(new Use(lot, items, 0));
                    inSet += items;
                    long alike = items == size ? left / size : 1;
                    left -= items * alike;
                    if (inSet == size) {
                        close(alike);
                    }
                }
            }
            List<Use> uses = new ArrayList<>();
            used.forEach((lot, count) -> uses.add(new Use(lot, count, 0)));
            return off == 0 ? List.of() : Shares.of(off, uses);
        }

        private void close(long times) {
            long ofOne = reward.off(set);
            worthIt = ofOne > 0;
            if (worthIt) {
                off += ofOne * times;
                set.forEach(use -> used.merge(use.lot(), use.count() * times, Long::sum));
            }
            set = new ArrayList<>();
            inSet = 0;
        }
    }
}
