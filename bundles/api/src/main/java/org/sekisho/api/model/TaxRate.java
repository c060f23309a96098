package org.sekisho.api.model;

import java.math.BigDecimal;

/**
 * A tax rate in percent, exact.
 *
 * @param percent 8 for eight percent; never negative
 */
public record TaxRate(BigDecimal percent) {

    public static final TaxRate NONE = new TaxRate(BigDecimal.ZERO);

    public TaxRate {
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("a tax rate is not negative: " + percent);
        }
        percent = new BigDecimal(Decimals.plain(percent));
    }

    public static TaxRate ofPercent(String percent) {
        return new TaxRate(new BigDecimal(percent));
    }

    /** Without trailing zeros: {@code 8}, {@code 5.5}. */
    @Override
    public String toString() {
        return Decimals.plain(percent);
    }
}
