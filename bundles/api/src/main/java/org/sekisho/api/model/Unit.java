package org.sekisho.api.model;

import java.util.Locale;

/** What a quantity counts. */
public enum Unit {
    PIECE,
    KG;

    /** The word of the items CSV and the JSON formats: {@code piece} or {@code kg}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The unit that a word names.
     *
     * @throws IllegalArgumentException when there is no such unit
     */
    public static Unit ofWord(String word) {
        for (Unit unit : values()) {
            if (unit.word().equals(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("no such unit: " + word + " (piece or kg)");
    }
}
