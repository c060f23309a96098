package org.sekisho.api.terminal;

/**
 * What a card terminal says it did.
 *
 * @param approved whether the money moved
 * @param card what may stand on a receipt: brand and a masked number, never more (PCI DSS 3.4); empty when the terminal names none
 * @param reference by which the terminal and the acquirer find it again; empty when declined
 * @param reason why it was declined; empty when approved
 */
public record PaymentAnswer(boolean approved, String card, String reference, String reason) {

    public static PaymentAnswer approved(String card, String reference) {
        return new PaymentAnswer(true, card, reference, "");
    }

    public static PaymentAnswer declined(String reason) {
        return new PaymentAnswer(false, "", "", reason);
    }
}
