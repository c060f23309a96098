package org.sekisho.customers;

/** @param id made by the register at random, such as {@code C-7KQ2M9XA}; receipts and the journal have nothing else of a customer */
public record Customer(String id, Personal personal) {}
