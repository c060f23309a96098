package org.sekisho.api.model;

/**
 * What a sale does to a customer's points.
 *
 * @param customer an id that means nothing outside this shop
 * @param earned by what was sold; of the sale's own customer only
 * @param takenBack for goods that came back from a receipt of theirs
 * @param balance theirs once this sale closed; 0 where the shop gives no points, or they were erased
 */
public record CustomerPoints(String customer, long earned, long takenBack, long balance) {}
