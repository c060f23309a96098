package org.sekisho.api.model;

/**
 * What was taken off the whole sale.
 *
 * @param reason what a person reads on the receipt
 * @param amount positive: it lowers the total; negative where goods come back that had been discounted
 */
public record BasketDiscount(String reason, Money amount) {}
