package org.sekisho.checkout.sale;

import org.sekisho.api.model.Line;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReturnOf;

/**
 * Goods that come back, as one line of the sale in which they do.
 *
 * @param sold the receipt on which they were sold
 * @param original that receipt's line
 * @param quantity how much comes back, positive
 * @param operator who rang it
 */
public record ReturnedLine(int number, SoldBefore sold, Line original, Quantity quantity, String operator) {

    /** What the closed sale says of it. */
    public ReturnOf of() {
        return new ReturnOf(number, sold.receipt().receiptNumber(), original.number());
    }
}
