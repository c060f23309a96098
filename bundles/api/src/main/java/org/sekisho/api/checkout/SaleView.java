package org.sekisho.api.checkout;

import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.sekisho.api.model.Line;

/**
 * What a price rule sees of an open sale.
 *
 * @param lines those not voided, by rising number, before any rule
 * @param departments by the line's number; nothing for an item without one
 * @param currency of every amount
 * @param storeTime the store's own clock
 */
public record SaleView(List<Line> lines, Map<Integer, String> departments, Currency currency, LocalDateTime storeTime) {

    public SaleView {
        lines = List.copyOf(lines);
        departments = Map.copyOf(departments);
    }

    /** Of items without departments. */
    public SaleView(List<Line> lines, Currency currency, LocalDateTime storeTime) {
        this(lines, Map.of(), currency, storeTime);
    }
}
