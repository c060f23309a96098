package org.sekisho.checkout.sale;

import java.time.LocalDate;
import java.util.Optional;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.TaxSettings;

/** The store's rates by tax code and business date; {@code exempt} and {@code zero} are always there. */
public record TaxRates(TaxSettings settings) {

    public Optional<TaxRate> on(LocalDate businessDate, TaxCode code) {
        RateSchedule schedule = settings.rates().get(code);
        if (schedule == null) {
            return code.equals(TaxCode.EXEMPT) || code.equals(TaxCode.ZERO)
                    ? Optional.of(TaxRate.NONE)
                    : Optional.empty();
        }
        return schedule.on(businessDate).map(RateSchedule.Step::rate);
    }
}
