package org.sekisho.api.model;

/**
 * Where the goods of a returned line had been bought.
 *
 * @param line of this sale, its quantity negative
 * @param receipt on which they were sold
 * @param original that receipt's line
 */
public record ReturnOf(int line, ReceiptNumber receipt, int original) {}
