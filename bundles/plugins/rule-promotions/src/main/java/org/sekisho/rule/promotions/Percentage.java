package org.sekisho.rule.promotions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** So many percent off every item, rounded half-up for each, so that what a shelf label says is what is paid. */
record Percentage(BigDecimal percent) implements Offer {

    @Override
    public List<Use> on(List<Lot> lots) {
        return lots.stream()
                .map(lot -> new Use(lot, lot.count(), lot.count() * of(lot.value())))
                .filter(use -> use.off() > 0)
                .toList();
    }

    long of(long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
