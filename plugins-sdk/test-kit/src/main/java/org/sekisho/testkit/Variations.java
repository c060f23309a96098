package org.sekisho.testkit;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;

/** The same sale as other shops, cashiers and customers would make it. */
final class Variations {

    private Variations() {}

    static Map<String, SaleView> of(SaleView sale) {
        Map<String, SaleView> variations = new LinkedHashMap<>();
        variations.put("the firing sale", sale);
        variations.put("the firing sale after a void", lines(sale, 1, 1, line -> line));
        variations.put("the firing sale ten times over", lines(sale, 0, 10, line -> line));
        variations.put("the firing sale given away", lines(sale, 0, 1, Variations::givenAway));
        variations.put("the firing sale brought back", lines(sale, 0, 1, Variations::broughtBack));
        variations.put("the firing sale in another currency", elsewhere(sale));
        return variations;
    }

    private static SaleView lines(SaleView sale, int voided, int times, UnaryOperator<Line> change) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, String> departments = new HashMap<>();
        for (int i = 0; i < times; i++) {
            for (Line line : sale.lines()) {
                int number = voided + lines.size() + 1;
                lines.add(numbered(change.apply(line), number));
                if (sale.departments().containsKey(line.number())) {
                    departments.put(number, sale.departments().get(line.number()));
                }
            }
        }
        return new SaleView(lines, departments, sale.currency(), sale.storeTime());
    }

    private static Line givenAway(Line line) {
        return with(line, line.number(), line.quantity(), line.unitPrice(), line.amount(), zero(line));
    }

    private static Line broughtBack(Line line) {
        return with(
                line,
                line.number(),
                line.quantity().negate(),
                line.unitPrice(),
                line.discount(),
                line.amount().negate());
    }

    private static SaleView elsewhere(SaleView sale) {
        Currency other = Currency.getInstance(sale.currency().getCurrencyCode().equals("EUR") ? "USD" : "EUR");
        UnaryOperator<Money> exchange = money -> Money.of(money.minor(), other);
        List<Line> lines = sale.lines().stream()
                .map(line -> with(
                        line,
                        line.number(),
                        line.quantity(),
                        exchange.apply(line.unitPrice()),
                        exchange.apply(line.discount()),
                        exchange.apply(line.amount())))
                .toList();
        return new SaleView(lines, sale.departments(), other, sale.storeTime());
    }

    private static Line numbered(Line line, int number) {
        return with(line, number, line.quantity(), line.unitPrice(), line.discount(), line.amount());
    }

    private static Money zero(Line line) {
        return Money.zero(line.amount().currency());
    }

    private static Line with(Line line, int number, Quantity quantity, Money unitPrice, Money discount, Money amount) {
        return new Line(
                number,
                line.code(),
                line.name(),
                line.nameEn(),
                quantity,
                line.unit(),
                unitPrice,
                discount,
                amount,
                line.taxCode(),
                line.taxRate(),
                line.taxIncluded(),
                line.operator());
    }
}
