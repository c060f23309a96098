package org.sekisho.rule.promotions;

import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * An amount or a percentage off all of it, once, from so much on.
 *
 * @param spend what it must come to at least
 * @param off from what it comes to, what is taken off
 */
record Threshold(long spend, LongUnaryOperator off) implements Offer {

    @Override
    public List<Use> on(List<Lot> lots) {
        long total = lots.stream().mapToLong(Lot::total).sum();
        long taken = total < spend ? 0 : Math.min(total, off.applyAsLong(total));
        return taken == 0
                ? List.of()
                : Shares.of(
                        taken,
                        lots.stream().map(lot -> new Use(lot, lot.count(), 0)).toList());
    }
}
