package org.sekisho.rule.promotions;

/**
 * One promotion of the shop.
 *
 * @param id as the file has it
 * @param name what stands on the receipt
 * @param combines whether it also takes items that others took, and leaves what it takes to others
 */
record Promotion(String id, String name, Goods goods, When when, boolean combines, Offer offer) {

    boolean mayTake(Lot lot) {
        return (combines || lot.free()) && goods.has(lot);
    }
}
