package org.sekisho.api.model;

/**
 * What a receipt says of a card payment.
 *
 * @param card brand and masked number
 * @param reference by which terminal and acquirer find the payment
 */
public record CardSlip(String card, String reference) {}
