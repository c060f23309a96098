package org.sekisho.rule.promotions;

/**
 * What a promotion takes of a lot.
 *
 * @param count of its items, positive
 * @param off what it takes off them together, at most what they are worth
 */
record Use(Lot lot, long count, long off) {}
