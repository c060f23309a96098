package org.sekisho.api.model;

import java.util.Locale;

/** Whether goods went out, came back, or both. */
public enum SaleKind {
    SALE,
    RETURN,
    EXCHANGE;

    /** The word of the JSON formats: {@code sale}, {@code return}, {@code exchange}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
