package org.sekisho.checkout.sale;

import java.util.List;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxTotal;

/**
 * What a basket comes to on one business date.
 *
 * @param lines by rising number, returned ones with negative amounts
 * @param left in the terms of the lines' prices, after every discount: what a further one can be taken off
 * @param total what is due, with tax
 */
public record Reckoning(
        List<Line> lines,
        List<AppliedRule> rules,
        List<BasketDiscount> discounts,
        List<TaxTotal> taxes,
        Money left,
        Money total) {

    public Reckoning {
        lines = List.copyOf(lines);
        rules = List.copyOf(rules);
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
    }
}
