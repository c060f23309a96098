package org.sekisho.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.TenderType;

/**
 * An X or Z report.
 *
 * @param zNumber of a Z report; empty on an X
 * @param sales how many closed
 * @param total what they came to
 * @param taxes by tax code and rate: the receipts' own taxes added up, never reckoned anew
 * @param tenders what was kept, by type: cash without change
 * @param discounts all that was taken off
 * @param voidedSales sales that were voided before they closed
 * @param voidedLines lines that were voided
 * @param noSales drawer openings without a sale
 * @param returned sales in which goods came back
 * @param refunded what was paid back for them, before tax that stands on top of prices
 * @param corrections post-voids, and goods that came back without a receipt: neither is in {@code returned}
 * @param firstReceipt empty when there was none
 * @param days since the last Z on which there was something to report, by rising date: more than one where a Z was left out
 */
public record TillReport(
        Optional<Long> zNumber,
        String store,
        String lane,
        String operator,
        Instant time,
        LocalDate businessDate,
        long sales,
        Money total,
        List<TaxTotal> taxes,
        Map<TenderType, Money> tenders,
        Money discounts,
        long voidedSales,
        long voidedLines,
        long noSales,
        long returned,
        Money refunded,
        Corrections corrections,
        Optional<String> firstReceipt,
        Optional<String> lastReceipt,
        List<Day> days) {

    /**
     * What is no plain sale.
     *
     * @param postVoids receipts that were taken back whole
     * @param postVoided what they had come to
     * @param unreceipted sales in which goods came back without a receipt
     * @param unreceiptedAmount what was paid back for them
     */
    public record Corrections(long postVoids, Money postVoided, long unreceipted, Money unreceiptedAmount) {}

    /** What one business date contributed. */
    public record Day(LocalDate businessDate, long sales, Money total) {}

    public TillReport {
        taxes = List.copyOf(taxes);
        Map<TenderType, Money> ordered = new EnumMap<>(TenderType.class);
        ordered.putAll(tenders);
        tenders = Collections.unmodifiableMap(ordered);
        days = List.copyOf(days);
    }
}
