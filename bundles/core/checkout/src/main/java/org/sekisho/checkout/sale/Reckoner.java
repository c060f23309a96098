package org.sekisho.checkout.sale;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.checkout.tax.BasketShares;
import org.sekisho.checkout.tax.StackedRate;
import org.sekisho.checkout.tax.TaxScheme;
import org.sekisho.checkout.tax.TaxSums;
import org.sekisho.checkout.tax.TaxedAmount;

/** From a basket to what is due: line discounts, price rules, basket discounts, tax, in this order; then what comes back. */
public record Reckoner(TaxScheme scheme, TaxRates rates, Currency currency) {

    /**
     * Reckons the whole basket anew.
     *
     * @param businessDate whose tax rates apply
     * @param storeTime what price rules see of the clock
     */
    public Reckoning reckon(Basket basket, LocalDate businessDate, LocalDateTime storeTime, RuleBook rules) {
        List<Line> rung = lines(basket, false, businessDate);
        List<Line> unreceipted = lines(basket, true, businessDate);
        List<AppliedRule> applied = rules.apply(new SaleView(rung, departments(basket), currency, storeTime));
        List<Line> lines = rung.stream().map(line -> less(line, applied)).toList();
        List<Refund> refunds = refunds(basket);

        Money subtotal = lines.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
        List<BasketDiscount> discounts = new ArrayList<>();
        Money left = subtotal;
        for (BasketOff off : basket.offs()) {
            BasketDiscount discount = off.from(left);
            discounts.add(discount);
            left = left.minus(discount.amount());
        }
        List<TaxTotal> taxes = scheme
                .reckon(
                        BasketShares.takeOff(
                                subtotal.minus(left).minor(),
                                lines.stream().map(Reckoner::taxed).toList()),
                        currency)
                .stream()
                .map(tax -> StackedRate.share(tax, rates.components(businessDate, tax.code())))
                .toList();
        taxes = TaxSums.sum(taxes, taxesBack(unreceipted, businessDate));
        for (Refund refund : refunds) {
            taxes = TaxSums.sum(taxes, refund.taxes());
            if (!refund.discount().isZero()) {
                discounts.add(new BasketDiscount("", refund.discount()));
            }
        }
        Money total = taxes.stream().map(TaxTotal::gross).reduce(Money.zero(currency), Money::plus);
        return new Reckoning(together(lines, unreceipted, refunds), applied, discounts, taxes, left, total);
    }

    private static Map<Integer, String> departments(Basket basket) {
        return basket.lines().stream()
                .filter(line -> !line.item().department().isEmpty())
                .collect(Collectors.toMap(RungLine::number, line -> line.item().department()));
    }

    private List<Refund> refunds(Basket basket) {
        Map<UUID, List<ReturnedLine>> byReceipt = new LinkedHashMap<>();
        basket.returns()
                .forEach(line -> byReceipt
                        .computeIfAbsent(line.sold().receipt().id(), id -> new ArrayList<>())
                        .add(line));
        return byReceipt.values().stream()
                .map(returned -> Refund.of(returned, scheme))
                .toList();
    }

    private List<Line> lines(Basket basket, boolean unreceipted, LocalDate businessDate) {
        return basket.lines().stream()
                .filter(line -> line.isUnreceipted() == unreceipted)
                .map(line -> line(line, businessDate))
                .toList();
    }

    /** Of goods without a receipt: what they would be sold for today, with the other sign. */
    private List<TaxTotal> taxesBack(List<Line> unreceipted, LocalDate businessDate) {
        List<TaxedAmount> sold = unreceipted.stream()
                .map(Reckoner::taxed)
                .map(back -> new TaxedAmount(back.code(), back.rate(), back.taxIncluded(), -back.minor()))
                .toList();
        return TaxSums.difference(
                List.of(),
                scheme.reckon(sold, currency).stream()
                        .map(tax -> StackedRate.share(tax, rates.components(businessDate, tax.code())))
                        .toList());
    }

    private static List<Line> together(List<Line> lines, List<Line> unreceipted, List<Refund> refunds) {
        return Stream.of(
                        lines.stream(),
                        unreceipted.stream(),
                        refunds.stream().flatMap(refund -> refund.lines().stream()))
                .flatMap(some -> some)
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
    }

    private Line line(RungLine line, LocalDate businessDate) {
        TaxRate rate = rates.on(businessDate, line.item().taxCode())
                .orElseThrow(() ->
                        new IllegalStateException("no rate for " + line.item().taxCode()));
        return new Line(
                line.number(),
                line.item().code(),
                line.item().name(),
                line.item().nameEn(),
                line.quantity(),
                line.item().unit(),
                line.unitPrice(),
                line.off(),
                line.amount(),
                line.item().taxCode(),
                rate,
                line.item().taxIncluded(),
                line.operator());
    }

    private static Line less(Line line, List<AppliedRule> applied) {
        Money off = applied.stream()
                .filter(rule -> rule.line() == line.number())
                .map(AppliedRule::off)
                .reduce(Money.zero(line.amount().currency()), Money::plus);
        return off.isZero()
                ? line
                : new Line(
                        line.number(),
                        line.code(),
                        line.name(),
                        line.nameEn(),
                        line.quantity(),
                        line.unit(),
                        line.unitPrice(),
                        line.discount().plus(off),
                        line.amount().minus(off),
                        line.taxCode(),
                        line.taxRate(),
                        line.taxIncluded(),
                        line.operator());
    }

    static TaxedAmount taxed(Line line) {
        return new TaxedAmount(
                line.taxCode(),
                line.taxRate(),
                line.taxIncluded(),
                line.amount().minor());
    }
}
