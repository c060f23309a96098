package org.sekisho.api.model;

/**
 * What a price rule took off one line; {@link Line#discount()} holds it already.
 *
 * @param line the number of the line
 * @param reason what a person reads on the receipt
 * @param amount positive: it lowered the line's amount
 */
public record LineDiscount(int line, String reason, Money amount) {}
