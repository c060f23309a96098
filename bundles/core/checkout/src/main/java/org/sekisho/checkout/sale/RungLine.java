package org.sekisho.checkout.sale;

import java.math.RoundingMode;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;

/**
 * One line as it was rung.
 *
 * @param quantity negative for goods that come back without a receipt
 * @param item as the catalogue had it at that moment
 * @param unitPrice after a price override
 * @param off what the operator took off this line so far; price rules come on top
 * @param operator who rang it
 */
public record RungLine(int number, Item item, Quantity quantity, Money unitPrice, Money off, String operator) {

    /** Whether goods come back with it, without a receipt. */
    public boolean isUnreceipted() {
        return quantity.thousandths() < 0;
    }

    /** Before any discount; a weighed line rounds half-up. */
    public Money full() {
        return unitPrice.times(quantity.toBigDecimal(), RoundingMode.HALF_UP);
    }

    /** After the operator's discounts. */
    public Money amount() {
        return full().minus(off);
    }

    /** Before anything that somebody decided: at the catalogue's price, or at theirs where that is higher. */
    public Money undiminished() {
        Money listed = item.price().times(quantity.toBigDecimal(), RoundingMode.HALF_UP);
        return listed.compareTo(full()) > 0 ? listed : full();
    }

    /** What somebody took off it, by another price or by discounts; price rules come on top. */
    public Money lost() {
        return undiminished().minus(amount());
    }

    public RungLine lessBy(Money more) {
        return new RungLine(number, item, quantity, unitPrice, off.plus(more), operator);
    }
}
