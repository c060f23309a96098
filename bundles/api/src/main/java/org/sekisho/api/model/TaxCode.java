package org.sekisho.api.model;

/**
 * The name of one of the store's tax rates, as items carry it.
 *
 * @param name {@code standard}, {@code reduced}, {@code exempt}, {@code zero} or another of the store's rates
 */
public record TaxCode(String name) {

    public static final TaxCode STANDARD = new TaxCode("standard");
    public static final TaxCode REDUCED = new TaxCode("reduced");
    /** Not subject to tax (hikazei). */
    public static final TaxCode EXEMPT = new TaxCode("exempt");
    /** Subject to tax at a rate of nothing. */
    public static final TaxCode ZERO = new TaxCode("zero");

    @Override
    public String toString() {
        return name;
    }
}
