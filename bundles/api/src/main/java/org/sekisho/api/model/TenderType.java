package org.sekisho.api.model;

import java.util.Locale;

/** The ways to pay that the register knows. */
public enum TenderType {
    CASH,
    CARD,
    VOUCHER;

    /** The word of the JSON formats: {@code cash}, {@code card}, {@code voucher}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
