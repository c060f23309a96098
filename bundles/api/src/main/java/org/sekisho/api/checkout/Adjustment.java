package org.sekisho.api.checkout;

import org.sekisho.api.model.Money;

/**
 * A discount that a rule proposes for one line.
 *
 * @param line the number of the line
 * @param reason what a person reads on the receipt
 * @param off positive: it lowers the line's amount
 */
public record Adjustment(int line, String reason, Money off) {}
