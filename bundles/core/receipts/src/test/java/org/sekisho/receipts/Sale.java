package org.sekisho.receipts;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;

/** A closed sale told line by line; the teller does the sums. */
public final class Sale {

    private final Currency currency;
    private final boolean inclusive;
    private final List<Line> lines = new ArrayList<>();
    private final List<LineDiscount> lineDiscounts = new ArrayList<>();
    private final List<BasketDiscount> discounts = new ArrayList<>();
    private final List<TaxTotal> taxes = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();

    private Sale(String currency, boolean inclusive) {
        this.currency = Currency.getInstance(currency);
        this.inclusive = inclusive;
    }

    public static Sale inclusive(String currency) {
        return new Sale(currency, true);
    }

    public static Sale exclusive(String currency) {
        return new Sale(currency, false);
    }

    public Sale line(String name, String nameEn, String code, String rate, String quantity, Unit unit, long price) {
        return line(name, nameEn, code, rate, quantity, unit, price, 0, inclusive);
    }

    public Sale line(
            String name,
            String nameEn,
            String code,
            String rate,
            String quantity,
            Unit unit,
            long price,
            long discount,
            boolean taxIncluded) {
        Quantity q = Quantity.parse(quantity);
        Money amount =
                money(price).times(q.toBigDecimal(), RoundingMode.HALF_UP).minus(money(discount));
        lines.add(new Line(
                lines.size() + 1,
                "4901234567894",
                name,
                nameEn,
                q,
                unit,
                money(price),
                money(discount),
                amount,
                new TaxCode(code),
                TaxRate.ofPercent(rate),
                taxIncluded,
                "tanaka"));
        return this;
    }

    /** Says why so much of what was taken off the last line was. */
    public Sale rule(String reason, long amount) {
        lineDiscounts.add(new LineDiscount(lines.size(), reason, money(amount)));
        return this;
    }

    public Sale discount(String reason, long amount) {
        discounts.add(new BasketDiscount(reason, money(amount)));
        return this;
    }

    public Sale tax(String code, String rate, long net, long tax, TaxComponent... parts) {
        taxes.add(new TaxTotal(
                new TaxCode(code), TaxRate.ofPercent(rate), money(net), money(tax), money(net + tax), List.of(parts)));
        return this;
    }

    public Sale tender(TenderType type, long amount) {
        tenders.add(new Tender(type, money(amount)));
        return this;
    }

    public ClosedSale closed(SaleKind kind) {
        Money total = taxes.stream().map(TaxTotal::gross).reduce(money(0), Money::plus);
        Money tendered = tenders.stream().map(Tender::amount).reduce(money(0), Money::plus);
        return new ClosedSale(
                new UUID(0, 1),
                new ReceiptNumber("1", 123),
                "S1",
                "1",
                "tanaka",
                Instant.parse("2026-11-22T08:04:05Z"),
                LocalDate.of(2026, 11, 22),
                kind,
                currency,
                lines,
                List.of(),
                lineDiscounts,
                discounts,
                taxes,
                total,
                tenders,
                tendered.minus(total),
                money(0));
    }

    public ClosedSale closed() {
        return closed(SaleKind.SALE);
    }

    private Money money(long minor) {
        return Money.of(minor, currency);
    }
}
