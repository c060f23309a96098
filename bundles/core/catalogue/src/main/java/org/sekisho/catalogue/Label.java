package org.sekisho.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;

/**
 * What a code says beyond which item it is.
 *
 * @param weight in kilograms, to the gram
 * @param price of this one pack
 * @param lastDay the last business date on which it may be sold
 * @param batch the batch or lot that its maker gave it
 */
public record Label(
        Optional<Quantity> weight, Optional<Money> price, Optional<LocalDate> lastDay, Optional<String> batch) {

    public static final Label NONE = new Label(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Label ofWeight(Quantity weight) {
        return new Label(Optional.of(weight), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Label ofPrice(Money price) {
        return new Label(Optional.empty(), Optional.of(price), Optional.empty(), Optional.empty());
    }
}
