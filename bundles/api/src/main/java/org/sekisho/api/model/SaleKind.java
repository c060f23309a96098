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

    /**
     * The kind that a word names.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static SaleKind ofWord(String word) {
        for (SaleKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of sale: " + word + " (sale, return or exchange)");
    }
}
