package com.example.rule.onigiri;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;

/** Takes 50 yen off any three rice balls, whatever is in them; the line that completes a three gets it. */
@Component
public final class ThreeRiceBalls implements PriceRule {

    /** Salmon, pickled plum and kelp, as the demo grocery has them. */
    private static final Set<String> RICE_BALLS = Set.of("4901234050044", "4901234050051", "4901234050068");

    @Activate
    public ThreeRiceBalls() {}

    @Override
    public String name() {
        return "three-rice-balls";
    }

    @Override
    public List<Adjustment> propose(SaleView sale) {
        List<Adjustment> proposals = new ArrayList<>();
        long count = 0;
        for (Line line : sale.lines()) {
            boolean counts = RICE_BALLS.contains(line.code())
                    && line.amount().currency().getCurrencyCode().equals("JPY")
                    && line.amount().signum() > 0;
            if (counts) {
                long before = count / 3;
                count += line.quantity().thousandths() / 1000;
                Money off = Money.of(
                        Math.min(50 * (count / 3 - before), line.amount().minor()), sale.currency());
                if (off.signum() > 0) {
                    proposals.add(new Adjustment(line.number(), "おにぎり3個で50円引 / 3: ¥50 off", off));
                }
            }
        }
        return proposals;
    }
}
