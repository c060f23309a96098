package org.sekisho.checkout.tax;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;

/** How tax totals are put together and ordered, whatever the scheme. */
final class TaxTotals {

    /** The order on receipts and in every format: the higher rate first, then by name. */
    static final Comparator<TaxTotal> ORDER = Comparator.comparing(
                    (TaxTotal t) -> t.rate().percent())
            .reversed()
            .thenComparing(t -> t.code().name());

    private TaxTotals() {}

    static TaxTotal of(TaxCode code, TaxRate rate, long gross, long tax, Currency currency) {
        Money whole = Money.of(gross, currency);
        Money part = Money.of(tax, currency);
        return new TaxTotal(code, rate, whole.minus(part), part, whole, List.of());
    }
}
