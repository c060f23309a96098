package org.sekisho.store;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.api.model.TaxCode;

/**
 * How the store reckons tax.
 *
 * @param scheme the law's pattern
 * @param pricesIncludeTax what the items' prices mean, unless an item says otherwise
 * @param rounding floor by default; ceiling and half-up selectable
 * @param scope once per receipt and rate (the only one Japan allows), or per line
 * @param rates by tax code, in the order they were given; {@code exempt} and {@code zero} are always there
 */
public record TaxSettings(
        Scheme scheme, boolean pricesIncludeTax, RoundingMode rounding, Scope scope, Map<TaxCode, RateSchedule> rates) {

    /** The law's pattern. */
    public enum Scheme {
        JP,
        EU,
        US
    }

    /** Where rounding happens. */
    public enum Scope {
        RECEIPT,
        LINE
    }

    public TaxSettings {
        rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    }
}
