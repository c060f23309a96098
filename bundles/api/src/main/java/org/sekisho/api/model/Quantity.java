package org.sekisho.api.model;

import java.math.BigDecimal;

/**
 * How much of an item: exact thousandths of its {@link Unit}, so that grams of a kilogram are whole numbers.
 *
 * @param thousandths 1000 is one piece or one kilogram; negative for what comes back
 */
public record Quantity(long thousandths) {

    public static final Quantity ONE = new Quantity(1000);

    public static Quantity pieces(long count) {
        return new Quantity(Math.multiplyExact(count, 1000L));
    }

    /**
     * Reads {@code 3}, {@code 1.25} or {@code 1.250}.
     *
     * @throws NumberFormatException when it is no decimal number
     * @throws ArithmeticException when it has more than three decimals that are not zero
     */
    public static Quantity parse(String text) {
        return new Quantity(new BigDecimal(text).movePointRight(3).longValueExact());
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(thousandths, 3);
    }

    public boolean isWhole() {
        return thousandths % 1000 == 0;
    }

    public Quantity negate() {
        return new Quantity(Math.negateExact(thousandths));
    }

    /** A plain decimal without trailing zeros: {@code 3}, {@code 1.25}. */
    @Override
    public String toString() {
        return Decimals.plain(toBigDecimal());
    }
}
