package org.sekisho.api.model;

import java.util.List;

/**
 * All lines of one tax code and rate together; {@code net + tax = gross}, and the gross values sum to the sale's total.
 *
 * @param code the tax code
 * @param rate the rate that applied
 * @param net without tax
 * @param tax rounded once for the whole receipt, as Japan's invoice system wants it
 * @param gross what the customer pays for these lines
 * @param components the parts of a stacked rate; empty outside the US scheme
 */
public record TaxTotal(TaxCode code, TaxRate rate, Money net, Money tax, Money gross, List<TaxComponent> components) {

    public TaxTotal {
        components = List.copyOf(components);
    }
}
