package org.sekisho.customers;

/**
 * Somebody whom the shop knows.
 *
 * @param id made by the register at random, such as {@code C-7KQ2M9XA}; receipts and the journal have nothing else of a customer
 * @param points that they have
 */
public record Customer(String id, Personal personal, long points) {}
