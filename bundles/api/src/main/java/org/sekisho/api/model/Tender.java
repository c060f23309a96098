package org.sekisho.api.model;

import java.util.Optional;

/**
 * What the customer handed over; change is not taken off.
 *
 * @param type how it was paid
 * @param amount what was handed over; negative when paid out
 * @param card what the terminal said of the card; empty for every other tender
 * @param voucher its code; empty for every other tender
 */
public record Tender(TenderType type, Money amount, Optional<CardSlip> card, Optional<String> voucher) {

    public Tender(TenderType type, Money amount) {
        this(type, amount, Optional.empty(), Optional.empty());
    }

    public static Tender card(Money amount, Optional<CardSlip> slip) {
        return new Tender(TenderType.CARD, amount, slip, Optional.empty());
    }

    public static Tender voucher(Money amount, String code) {
        return new Tender(TenderType.VOUCHER, amount, Optional.empty(), Optional.of(code));
    }
}
