package org.sekisho.store.home;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.store.HomeFault;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.TaxSettings;
import org.sekisho.store.TaxSettings.Scheme;
import org.sekisho.store.TaxSettings.Scope;

/**
 * The {@code tax} of store.json. Scheme, prices and rates must be said; scope is receipt unless said, rounding floor, and in the US half-up,
 * which most states' law demands (Streamlined Sales and Use Tax Agreement, section 324).
 */
final class TaxReader {

    private static final RateSchedule NOTHING = RateSchedule.always(TaxRate.NONE);

    private TaxReader() {}

    static TaxSettings read(Fields tax) throws HomeFault {
        Scheme scheme = tax.word("scheme", Words.SCHEME);
        boolean inclusive = tax.word("prices", Words.PRICES);
        RoundingMode rounding =
                tax.word("rounding", Words.ROUNDING, scheme == Scheme.US ? RoundingMode.HALF_UP : RoundingMode.FLOOR);
        Scope scope = tax.word("scope", Words.SCOPE, Scope.RECEIPT);
        if (scheme == Scheme.JP && scope == Scope.LINE) {
            // The invoice system allows one rounding per rate and receipt (Enforcement Order of the Consumption Tax
            // Act, 70-10).
            throw Fields.wrong(tax.path("scope"), "must be receipt in the jp scheme");
        }
        Map<TaxCode, RateSchedule> rates = rates(tax.object("rates"), new RateReader(scheme));
        tax.noMore();
        return new TaxSettings(scheme, inclusive, rounding, scope, rates);
    }

    private static Map<TaxCode, RateSchedule> rates(Fields fields, RateReader reader) throws HomeFault {
        Map<TaxCode, RateSchedule> rates = new LinkedHashMap<>();
        for (String name : fields.names()) {
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) {
                throw Fields.wrong(fields.path(name), "is no name for a rate: letters, digits, dot, dash, underscore");
            }
            rates.put(new TaxCode(name), reader.read(fields.path(name), fields.need(name)));
        }
        for (TaxCode code : new TaxCode[] {TaxCode.EXEMPT, TaxCode.ZERO}) {
            if (!rates.getOrDefault(code, NOTHING).equals(NOTHING)) {
                throw Fields.wrong(fields.path(code.name()), "is always \"0\"");
            }
            rates.put(code, NOTHING);
        }
        return rates;
    }
}
