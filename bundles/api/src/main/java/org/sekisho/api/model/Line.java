package org.sekisho.api.model;

/**
 * One line of a closed sale. Line numbers never change: voided lines are left out, so there may be gaps.
 *
 * @param number from 1
 * @param code as in the catalogue
 * @param name in the store's first language
 * @param nameEn in English; empty when there is none
 * @param quantity negative on a return
 * @param unit what the quantity counts
 * @param unitPrice of one unit, after a price override
 * @param discount what line discounts took off, not negative on a sale line
 * @param amount after line discounts, before basket discounts
 * @param taxCode which of the store's rates applied
 * @param taxRate that rate on the business date
 * @param taxIncluded whether the prices of this line include tax
 * @param operator who rang it
 */
public record Line(
        int number,
        String code,
        String name,
        String nameEn,
        Quantity quantity,
        Unit unit,
        Money unitPrice,
        Money discount,
        Money amount,
        TaxCode taxCode,
        TaxRate taxRate,
        boolean taxIncluded,
        String operator) {}
