package org.sekisho.checkout;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.Money;
import org.sekisho.api.terminal.PaymentOrder;

/**
 * An order to the card terminal, as the till keeps it.
 *
 * @param sale the sale it belongs to
 * @param of the charge or refund that it undoes, or the charge that it pays back; empty for a charge
 * @param original that one's reference
 * @param receipt the number of the closed sale within its lane; zero while there may be one, {@link #WITHOUT_RECEIPT} once there cannot
 * @param recordedAs its start's number in the journal
 */
public record Payment(
        UUID id,
        String lane,
        UUID sale,
        PaymentOrder.Kind kind,
        Money amount,
        Optional<UUID> of,
        Optional<String> original,
        PaymentState state,
        String operator,
        LocalDate businessDate,
        long receipt,
        long recordedAs,
        String card,
        String reference) {

    /** Declined, reversed, or itself a reversal: no sale will close with it. */
    public static final long WITHOUT_RECEIPT = -1;

    public PaymentOrder order() {
        return new PaymentOrder(id, kind, amount, original);
    }
}
