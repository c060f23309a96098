package org.sekisho.api.model;

/**
 * Something the shop sells, as the catalogue holds it.
 *
 * @param code the code as it was imported; its GTIN-14 form is the catalogue's business
 * @param name in the store's first language
 * @param nameEn in English; empty when there is none
 * @param price of one {@link Unit}
 * @param taxCode which of the store's rates it carries
 * @param unit whether it is counted or weighed
 * @param department free text; empty when there is none
 * @param taxIncluded whether {@code price} includes tax
 */
public record Item(
        String code,
        String name,
        String nameEn,
        Money price,
        TaxCode taxCode,
        Unit unit,
        String department,
        boolean taxIncluded) {}
