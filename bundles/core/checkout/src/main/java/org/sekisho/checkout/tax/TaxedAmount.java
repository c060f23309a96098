package org.sekisho.checkout.tax;

import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;

/**
 * What one line brings to the reckoning of tax.
 *
 * @param minor its amount in minor units, in the terms of its price: with tax or without
 * @param taxIncluded which of the two
 */
public record TaxedAmount(TaxCode code, TaxRate rate, boolean taxIncluded, long minor) {

    TaxedAmount minus(long off) {
        return new TaxedAmount(code, rate, taxIncluded, Math.subtractExact(minor, off));
    }
}
