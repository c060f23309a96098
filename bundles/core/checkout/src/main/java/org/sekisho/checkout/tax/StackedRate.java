package org.sekisho.checkout.tax;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.store.RateSchedule;

/**
 * Shares the tax of a stacked rate out among its jurisdictions. The tax is rounded once, on the combined rate (Streamlined Sales and Use
 * Tax Agreement, section 324); the parts sum to it exactly, by largest remainder.
 */
public final class StackedRate {

    private StackedRate() {}

    /** @param components of that total's code; empty leaves it as it is */
    public static TaxTotal share(TaxTotal total, List<RateSchedule.Component> components) {
        if (components.isEmpty()) {
            return total;
        }
        int scale = components.stream()
                .mapToInt(component -> component.rate().percent().scale())
                .max()
                .orElse(0);
        long[] weights = components.stream()
                .map(component -> component.rate().percent())
                .map(percent -> percent.setScale(Math.max(0, scale)))
                .map(BigDecimal::unscaledValue)
                .mapToLong(BigInteger::longValueExact)
                .toArray();
        long[] parts = Apportionment.split(total.tax().minor(), weights);
        List<TaxComponent> shares = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            RateSchedule.Component component = components.get(i);
            shares.add(new TaxComponent(
                    component.name(),
                    component.rate(),
                    Money.of(parts[i], total.tax().currency())));
        }
        return new TaxTotal(total.code(), total.rate(), total.net(), total.tax(), total.gross(), shares);
    }
}
