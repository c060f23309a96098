package org.sekisho.testkit;

import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.Unit;

/** An open sale as a price rule sees it, told line by line; prices include tax. */
public final class SampleSale {

    private final Currency currency;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Integer, String> departments = new HashMap<>();
    private LocalDateTime storeTime = LocalDateTime.parse("2026-11-22T18:30");
    private int number;

    private SampleSale(String currency) {
        this.currency = Currency.getInstance(currency);
    }

    /** In yen, at half past six in the evening. */
    public static SampleSale yen() {
        return new SampleSale("JPY");
    }

    public static SampleSale in(String currency) {
        return new SampleSale(currency);
    }

    /** {@code 2026-11-22T18:30}, by the shop's clock. */
    public SampleSale at(String time) {
        storeTime = LocalDateTime.parse(time);
        return this;
    }

    /** Counted goods at the reduced rate; a negative count is what comes back. */
    public SampleSale pieces(long count, String code, long price) {
        return line(code, Quantity.pieces(count), Unit.PIECE, price, 0, TaxCode.REDUCED, "8");
    }

    /** Weighed goods at the reduced rate: {@code 0.342}. */
    public SampleSale weighed(String kilograms, String code, long price) {
        return line(code, Quantity.parse(kilograms), Unit.KG, price, 0, TaxCode.REDUCED, "8");
    }

    /** Counted goods at the standard rate. */
    public SampleSale standardRate(long count, String code, long price) {
        return line(code, Quantity.pieces(count), Unit.PIECE, price, 0, TaxCode.STANDARD, "10");
    }

    /** Goods of which the cashier has already taken so much off. */
    public SampleSale discounted(long count, String code, long price, long off) {
        return line(code, Quantity.pieces(count), Unit.PIECE, price, off, TaxCode.REDUCED, "8");
    }

    /** The line before this belongs to that department. */
    public SampleSale department(String department) {
        departments.put(number, department);
        return this;
    }

    /** A line was rung here and voided: its number is not used again. */
    public SampleSale voided() {
        number++;
        return this;
    }

    public SaleView view() {
        return new SaleView(lines, departments, currency, storeTime);
    }

    private SampleSale line(
            String code, Quantity quantity, Unit unit, long price, long off, TaxCode taxCode, String rate) {
        Money unitPrice = Money.of(price, currency);
        Money discount = Money.of(off, currency);
        lines.add(new Line(
                ++number,
                code,
                "品 " + code,
                "item " + code,
                quantity,
                unit,
                unitPrice,
                discount,
                unitPrice.times(quantity.toBigDecimal(), RoundingMode.HALF_UP).minus(discount),
                taxCode,
                TaxRate.ofPercent(rate),
                true,
                "tanaka"));
        return this;
    }
}
