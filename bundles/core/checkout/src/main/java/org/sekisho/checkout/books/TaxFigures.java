package org.sekisho.checkout.books;

import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;

/** One tax code's and rate's figures since the last Z, in minor units: the receipts' own, added up. */
public record TaxFigures(TaxCode code, TaxRate rate, long net, long tax, long gross) {}
