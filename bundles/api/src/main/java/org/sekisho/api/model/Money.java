package org.sekisho.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of one currency, in its minor units (yen, cents, fils).
 *
 * <p>Mixing currencies is a programmer's mistake and throws {@link IllegalArgumentException}; an amount beyond
 * {@code long} throws {@link ArithmeticException}. Rounding happens only where a {@link RoundingMode} is named.
 *
 * @param minor the amount in minor units; negative for what is given back
 * @param currency the ISO 4217 currency, which fixes the number of minor digits
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static Money of(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** This amount times an exact factor, rounded once, as named. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding).longValueExact(), currency);
    }

    public int signum() {
        return Long.signum(minor);
    }

    public boolean isZero() {
        return minor == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** The amount in major units with its currency code, for logs and tests: {@code 1234 JPY}, {@code 12.34 EUR}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString() + " "
                + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
