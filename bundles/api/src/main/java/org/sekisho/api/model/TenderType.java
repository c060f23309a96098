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

    /**
     * The type that a word names.
     *
     * @throws IllegalArgumentException when there is no such type
     */
    public static TenderType ofWord(String word) {
        for (TenderType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no such tender: " + word + " (cash, card or voucher)");
    }
}
