package org.sekisho.checkout;

import java.util.List;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;

/**
 * An open sale as of now.
 *
 * @param due what is still to be paid: total − tenders
 * @param rules what price rules took off the lines, in the order in which they were applied
 * @param leftOut why each price rule that this sale goes on without is left out
 */
public record SaleTotals(
        List<Line> lines,
        List<BasketDiscount> discounts,
        List<TaxTotal> taxes,
        Money total,
        List<Tender> tenders,
        Money due,
        List<LineDiscount> rules,
        List<String> leftOut) {

    public SaleTotals {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        rules = List.copyOf(rules);
        leftOut = List.copyOf(leftOut);
    }

    /** Without price rules. */
    public SaleTotals(
            List<Line> lines,
            List<BasketDiscount> discounts,
            List<TaxTotal> taxes,
            Money total,
            List<Tender> tenders,
            Money due) {
        this(lines, discounts, taxes, total, tenders, due, List.of(), List.of());
    }
}
