package org.sekisho.api.checkout;

import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import org.sekisho.api.model.Line;

/**
 * What a price rule sees of an open sale.
 *
 * @param lines those not voided, by rising number, before any rule
 * @param currency of every amount
 * @param storeTime the store's own clock
 */
public record SaleView(List<Line> lines, Currency currency, LocalDateTime storeTime) {

    public SaleView {
        lines = List.copyOf(lines);
    }
}
