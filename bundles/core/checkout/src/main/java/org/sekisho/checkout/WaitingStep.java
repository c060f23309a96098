package org.sekisho.checkout;

import org.sekisho.api.model.ReceiptNumber;

/**
 * Something that a closed sale still waits for, and why.
 *
 * @param step its name: {@code receipt}
 * @param receiptNumber the first sale that waits for it
 * @param sales how many sales wait for it
 * @param reason why it failed last, in a sentence for the cashier
 */
public record WaitingStep(String step, ReceiptNumber receiptNumber, int sales, String reason) {}
