package org.sekisho.checkout.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.Money;

/** A discount on the whole sale as it was asked for; what it comes to is reckoned anew after every change. */
public sealed interface BasketOff {

    /** @param base what is left to take it off */
    BasketDiscount from(Money base);

    /** At most what is left, where lines were voided after it was given. */
    record Amount(Money off) implements BasketOff {

        @Override
        public BasketDiscount from(Money base) {
            return new BasketDiscount("", off.compareTo(base) > 0 ? base : off);
        }
    }

    /** Rounded half-up. */
    record Percent(BigDecimal percent) implements BasketOff {

        @Override
        public BasketDiscount from(Money base) {
            return new BasketDiscount(
                    percent.stripTrailingZeros().toPlainString() + "%",
                    base.times(percent.movePointLeft(2), RoundingMode.HALF_UP));
        }
    }
}
