package org.sekisho.checkout.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sekisho.api.model.TaxRate;

/** Rounds exact fractions of minor units once, negatives by magnitude. */
record Rounding(RoundingMode byMagnitude) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param setting floor, ceiling or half-up, as the store has it */
    static Rounding of(RoundingMode setting) {
        return new Rounding(
                switch (setting) {
                    case FLOOR, DOWN -> RoundingMode.DOWN;
                    case CEILING, UP -> RoundingMode.UP;
                    case HALF_UP -> RoundingMode.HALF_UP;
                    default -> throw new IllegalArgumentException("tax is not rounded " + setting);
                });
    }

    /** As the store's settings have it. */
    String word() {
        return switch (byMagnitude) {
            case DOWN -> "floor";
            case UP -> "ceiling";
            default -> "half-up";
        };
    }

    /** The tax that comes on top of an amount without it: {@code amount · r}. */
    long added(long minor, TaxRate rate) {
        return fraction(minor, rate, HUNDRED);
    }

    /** The tax within an amount that includes it: {@code amount · r / (1 + r)}. */
    long within(long minor, TaxRate rate) {
        return fraction(minor, rate, HUNDRED.add(rate.percent()));
    }

    private long fraction(long minor, TaxRate rate, BigDecimal divisor) {
        return BigDecimal.valueOf(minor)
                .multiply(rate.percent())
                .divide(divisor, 0, byMagnitude)
                .longValueExact();
    }
}
