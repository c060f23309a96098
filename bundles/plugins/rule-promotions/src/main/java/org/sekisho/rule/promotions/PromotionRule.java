package org.sekisho.rule.promotions;

import java.util.List;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;

/** One promotion as the register asks it, and as it stands in the journal. */
final class PromotionRule implements PriceRule {

    private final Leaflet leaflet;
    private final Promotion promotion;
    private final int order;

    PromotionRule(Leaflet leaflet, Promotion promotion, int order) {
        this.leaflet = leaflet;
        this.promotion = promotion;
        this.order = order;
    }

    @Override
    public String name() {
        return Promotions.NAME + "." + promotion.id();
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public List<Adjustment> propose(SaleView sale) {
        return leaflet.proposals(promotion, sale);
    }
}
