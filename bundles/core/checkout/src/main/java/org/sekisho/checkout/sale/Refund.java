package org.sekisho.checkout.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.checkout.tax.BasketShares;
import org.sekisho.checkout.tax.StackedRate;
import org.sekisho.checkout.tax.TaxScheme;
import org.sekisho.checkout.tax.TaxSums;
import org.sekisho.checkout.tax.TaxedAmount;
import org.sekisho.store.RateSchedule;

/**
 * What comes back of one receipt, at the prices, discounts and taxes at which it was sold: what the receipt came to before, less what it
 * comes to after. So returning everything, in any number of steps, nets to zero in every amount and in every rate's tax.
 *
 * @param lines with negative quantities and amounts
 * @param discount the basket discount that is taken back with them; zero or negative
 * @param taxes negative, one per tax code and rate
 */
record Refund(List<Line> lines, Money discount, List<TaxTotal> taxes) {

    Refund {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /**
     * @param returned all of the same receipt, by rising number
     * @param scheme the store's, for a receipt that does not say its own
     */
    static Refund of(List<ReturnedLine> returned, TaxScheme scheme) {
        return new Goods(returned.get(0).sold(), scheme).less(returned);
    }

    /** What a receipt sold, each line with what was paid for it after its share of the basket discount. */
    private static final class Goods {

        private final SoldBefore sold;
        private final TaxScheme scheme;
        private final List<Line> lines;
        private final List<TaxedAmount> paid;

        Goods(SoldBefore sold, TaxScheme scheme) {
            this.sold = sold;
            this.scheme = sold.scheme().orElse(scheme);
            this.lines = sold.receipt().lines().stream()
                    .filter(line -> line.quantity().thousandths() > 0)
                    .toList();
            long off = sold.receipt().discounts().stream()
                    .mapToLong(discount -> Math.max(0, discount.amount().minor()))
                    .sum();
            this.paid = BasketShares.takeOff(
                    off, lines.stream().map(Reckoner::taxed).toList());
        }

        Refund less(List<ReturnedLine> returned) {
            Map<Integer, Long> gone = new TreeMap<>(sold.gone());
            List<TaxTotal> before = taxes(gone);
            List<Line> back = new ArrayList<>();
            long discount = 0;
            for (ReturnedLine line : returned) {
                long already = gone.getOrDefault(line.original().number(), 0L);
                long then = already + line.quantity().thousandths();
                back.add(back(line, already, then));
                discount += off(line.original(), then) - off(line.original(), already);
                gone.put(line.original().number(), then);
            }
            return new Refund(back, money(discount), TaxSums.difference(taxes(gone), before));
        }

        /** Of a receipt of which nothing came back these are its own, whatever the store reckons by today. */
        private List<TaxTotal> taxes(Map<Integer, Long> gone) {
            ClosedSale receipt = sold.receipt();
            if (gone.isEmpty() && receipt.kind() == SaleKind.SALE) {
                return receipt.taxes();
            }
            List<TaxedAmount> left = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                TaxedAmount all = paid.get(i);
                long amount = left(all.minor(), line.quantity(), gone.getOrDefault(line.number(), 0L));
                left.add(new TaxedAmount(all.code(), all.rate(), all.taxIncluded(), amount));
            }
            return scheme.reckon(left, receipt.currency()).stream()
                    .map(total -> StackedRate.share(total, components(total)))
                    .toList();
        }

        private List<RateSchedule.Component> components(TaxTotal of) {
            return sold.receipt().taxes().stream()
                    .filter(total ->
                            total.code().equals(of.code()) && total.rate().equals(of.rate()))
                    .flatMap(total -> total.components().stream())
                    .map(part -> new RateSchedule.Component(part.name(), part.rate()))
                    .toList();
        }

        private Line back(ReturnedLine line, long already, long then) {
            Line original = line.original();
            return new Line(
                    line.number(),
                    original.code(),
                    original.name(),
                    original.nameEn(),
                    line.quantity().negate(),
                    original.unit(),
                    original.unitPrice(),
                    change(original.discount(), original, already, then),
                    change(original.amount(), original, already, then),
                    original.taxCode(),
                    original.taxRate(),
                    original.taxIncluded(),
                    line.operator());
        }

        private Money change(Money whole, Line line, long already, long then) {
            return money(left(whole.minor(), line.quantity(), then) - left(whole.minor(), line.quantity(), already));
        }

        /** The share of the basket discount that lies on what is left of a line. */
        private long off(Line line, long gone) {
            long after = paid.get(lines.indexOf(line)).minor();
            return left(line.amount().minor(), line.quantity(), gone) - left(after, line.quantity(), gone);
        }

        private Money money(long minor) {
            return Money.of(minor, sold.receipt().currency());
        }

        private static long left(long whole, Quantity quantity, long gone) {
            return BigDecimal.valueOf(whole)
                    .multiply(BigDecimal.valueOf(quantity.thousandths() - gone))
                    .divide(BigDecimal.valueOf(quantity.thousandths()), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }
}
