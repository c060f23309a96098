package org.sekisho.api.terminal;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.Money;

/**
 * What a card terminal is told to do.
 *
 * @param id made by the register (UUIDv7); an order keeps it for ever
 * @param amount positive
 * @param original the terminal's reference of the charge that is undone or paid back; empty for a charge
 */
public record PaymentOrder(UUID id, Kind kind, Money amount, Optional<String> original) {

    /** What is done with the amount. */
    public enum Kind {
        /** It is taken from the customer's card. */
        CHARGE,
        /** A charge without a sale is undone. */
        REVERSAL,
        /** Money of an earlier sale goes back to the card. */
        REFUND
    }

    public PaymentOrder {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("an order is about an amount above nothing, not " + amount);
        }
    }
}
