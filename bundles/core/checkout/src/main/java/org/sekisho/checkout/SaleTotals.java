package org.sekisho.checkout;

import java.util.List;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;

/**
 * An open sale as of now.
 *
 * @param due what is still to be paid: total − tenders
 */
public record SaleTotals(
        List<Line> lines,
        List<BasketDiscount> discounts,
        List<TaxTotal> taxes,
        Money total,
        List<Tender> tenders,
        Money due) {

    public SaleTotals {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
    }
}
