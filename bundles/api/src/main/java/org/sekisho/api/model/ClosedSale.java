package org.sekisho.api.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A sale past its point of no return. Tenders − change = total + cash rounding.
 *
 * @param id made by the register (UUIDv7), so that a resend can never make a second sale
 * @param receiptNumber without gaps within the lane
 * @param store the store's id
 * @param lane the register's lane
 * @param operator who closed it
 * @param time when it closed
 * @param businessDate by the store's time zone and the hour its day starts
 * @param kind whether goods went out or came back
 * @param currency of every amount in it
 * @param lines without voided ones, by rising number
 * @param returns of which lines of which receipts the lines with a negative quantity are
 * @param lineDiscounts what price rules took off lines, in the order in which they were applied
 * @param discounts taken off the whole sale
 * @param taxes one per tax code and rate
 * @param total what was due
 * @param tenders what was handed over
 * @param change what was given back, only on cash
 * @param cashRounding where a country rounds cash; otherwise zero
 * @param voidOf the receipt that this one takes back whole, at once and on its own day; empty on any other
 * @param customers whose sale it was, first, and whose goods came back; empty where nobody was named
 */
public record ClosedSale(
        UUID id,
        ReceiptNumber receiptNumber,
        String store,
        String lane,
        String operator,
        Instant time,
        LocalDate businessDate,
        SaleKind kind,
        Currency currency,
        List<Line> lines,
        List<ReturnOf> returns,
        List<LineDiscount> lineDiscounts,
        List<BasketDiscount> discounts,
        List<TaxTotal> taxes,
        Money total,
        List<Tender> tenders,
        Money change,
        Money cashRounding,
        Optional<ReceiptNumber> voidOf,
        List<CustomerPoints> customers) {

    public ClosedSale {
        lines = List.copyOf(lines);
        returns = List.copyOf(returns);
        lineDiscounts = List.copyOf(lineDiscounts);
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        customers = List.copyOf(customers);
    }

    /** One that takes no receipt back whole, and of nobody by name. */
    public ClosedSale(
            UUID id,
            ReceiptNumber receiptNumber,
            String store,
            String lane,
            String operator,
            Instant time,
            LocalDate businessDate,
            SaleKind kind,
            Currency currency,
            List<Line> lines,
            List<ReturnOf> returns,
            List<LineDiscount> lineDiscounts,
            List<BasketDiscount> discounts,
            List<TaxTotal> taxes,
            Money total,
            List<Tender> tenders,
            Money change,
            Money cashRounding) {
        this(
                id,
                receiptNumber,
                store,
                lane,
                operator,
                time,
                businessDate,
                kind,
                currency,
                lines,
                returns,
                lineDiscounts,
                discounts,
                taxes,
                total,
                tenders,
                change,
                cashRounding,
                Optional.empty(),
                List.of());
    }
}
