package org.sekisho.api.model;

/**
 * What the customer handed over; change is not taken off.
 *
 * @param type how it was paid
 * @param amount what was handed over; negative when paid out
 */
public record Tender(TenderType type, Money amount) {}
