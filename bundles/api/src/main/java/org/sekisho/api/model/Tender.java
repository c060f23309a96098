package org.sekisho.api.model;

import java.util.Optional;

/**
 * What the customer handed over; change is not taken off.
 *
 * @param type how it was paid
 * @param amount what was handed over; negative when paid out
 * @param card what the terminal said of the card; empty for every other tender
 */
public record Tender(TenderType type, Money amount, Optional<CardSlip> card) {

    public Tender(TenderType type, Money amount) {
        this(type, amount, Optional.empty());
    }
}
