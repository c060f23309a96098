package org.sekisho.api.model;

import java.math.BigDecimal;

/** How exact decimals are written everywhere: plain, without an exponent or trailing zeros. */
final class Decimals {

    private Decimals() {}

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
