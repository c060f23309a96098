package org.sekisho.checkout.sale;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.TaxSettings;

/** The store's rates by tax code and business date; {@code exempt} and {@code zero} are always there. */
public record TaxRates(TaxSettings settings) {

    public Optional<TaxRate> on(LocalDate businessDate, TaxCode code) {
        if (!settings.rates().containsKey(code) && (code.equals(TaxCode.EXEMPT) || code.equals(TaxCode.ZERO))) {
            return Optional.of(TaxRate.NONE);
        }
        return step(businessDate, code).map(RateSchedule.Step::rate);
    }

    /** The jurisdictions that share a rate, in the order of the settings; empty where one takes it all. */
    public List<RateSchedule.Component> components(LocalDate businessDate, TaxCode code) {
        return step(businessDate, code).map(RateSchedule.Step::components).orElse(List.of());
    }

    private Optional<RateSchedule.Step> step(LocalDate businessDate, TaxCode code) {
        return Optional.ofNullable(settings.rates().get(code)).flatMap(schedule -> schedule.on(businessDate));
    }
}
