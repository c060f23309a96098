package org.sekisho.rule.promotions;

import java.util.List;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;

/** A promotion that could not be read: it throws, so the register leaves it out of each sale and says so in the journal. */
final class FaultyRule implements PriceRule {

    private final String place;
    private final String sentence;

    FaultyRule(String place, String sentence) {
        this.place = place;
        this.sentence = sentence;
    }

    @Override
    public String name() {
        return Promotions.NAME + "-fault." + place;
    }

    @Override
    public List<Adjustment> propose(SaleView sale) {
        throw new IllegalStateException(sentence);
    }
}
