package org.sekisho.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.TaxRate;

/**
 * A tax code's rate through time.
 *
 * @param steps by rising date; the last one that is not after the business date applies
 */
public record RateSchedule(List<Step> steps) {

    /**
     * A rate from one day on.
     *
     * @param components the parts of a stacked rate (US); empty otherwise
     */
    public record Step(LocalDate from, TaxRate rate, List<Component> components) {

        public Step {
            components = List.copyOf(components);
        }
    }

    /** One jurisdiction's part of a stacked rate. */
    public record Component(String name, TaxRate rate) {}

    public RateSchedule {
        steps = List.copyOf(steps);
    }

    /** A rate for all days. */
    public static RateSchedule always(TaxRate rate) {
        return new RateSchedule(List.of(new Step(LocalDate.MIN, rate, List.of())));
    }

    /** The step that applies on that business date; empty before the first. */
    public Optional<Step> on(LocalDate businessDate) {
        return steps.stream().filter(s -> !s.from().isAfter(businessDate)).reduce((a, b) -> b);
    }
}
