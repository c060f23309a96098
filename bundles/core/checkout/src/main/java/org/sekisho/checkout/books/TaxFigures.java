package org.sekisho.checkout.books;

import java.util.List;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;

/**
 * One tax code's and rate's figures since the last Z, in minor units: the receipts' own, added up.
 *
 * @param parts the jurisdictions that share it; empty where one takes it all
 */
public record TaxFigures(TaxCode code, TaxRate rate, long net, long tax, long gross, List<Part> parts) {

    public TaxFigures {
        parts = List.copyOf(parts);
    }

    /** What one jurisdiction gets. */
    public record Part(String name, TaxRate rate, long tax) {}
}
