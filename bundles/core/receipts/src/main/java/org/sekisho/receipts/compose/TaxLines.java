package org.sekisho.receipts.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sekisho.api.device.DisplayWidth;
import org.sekisho.api.device.ReceiptDocument.Align;
import org.sekisho.api.device.ReceiptDocument.Block;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptDocument.Text;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxTotal;

/**
 * What a receipt says about tax, from the sale's own totals; nothing is reckoned anew. Tax that comes on top of prices stands before
 * the total, so that the column adds up. In Japan the summary per rate follows the total in either case.
 */
final class TaxLines {

    private final ClosedSale sale;
    private final boolean japan;
    private final Words words;
    private final List<TaxTotal> totals;

    TaxLines(ClosedSale sale, boolean japan, Words words) {
        this.sale = sale;
        this.japan = japan;
        this.words = words;
        this.totals = sale.taxes().stream()
                .sorted(Comparator.comparing((TaxTotal t) -> t.rate().percent()).reversed())
                .toList();
    }

    boolean isReduced(Line line) {
        return japan && line.taxCode().equals(TaxCode.REDUCED);
    }

    List<Block> beforeTotal() {
        Money onTop = onTop();
        List<TaxTotal> exclusive =
                totals.stream().filter(t -> !t.tax().isZero() && isExclusive(t)).toList();
        List<Block> lines = new ArrayList<>();
        if (onTop.isZero()) {
            return lines;
        }
        if (exclusive.stream()
                .map(TaxTotal::tax)
                .reduce(Money.zero(sale.currency()), Money::plus)
                .equals(onTop)) {
            exclusive.forEach(t -> plain(lines, t, "exclusive.rate"));
        } else {
            lines.add(new Pair(words.say("exclusive.mixed"), words.amount(onTop), Style.NORMAL));
        }
        return lines;
    }

    List<Block> afterTotal() {
        List<Block> lines = new ArrayList<>();
        int rate = widest(totals.stream().map(t -> t.rate().toString()));
        int gross = widest(totals.stream().map(t -> words.amount(t.gross())));
        int tax = widest(totals.stream().map(t -> words.amount(t.tax())));
        for (TaxTotal t : totals) {
            if (t.code().equals(TaxCode.EXEMPT)) {
                exempt(lines, t);
            } else if (japan) {
                lines.add(right(words.say(
                        "tax.jp",
                        padded(t.rate().toString(), rate),
                        padded(words.amount(t.gross()), gross),
                        padded(words.amount(t.tax()), tax))));
            } else if (!isExclusive(t)) {
                plain(lines, t, "tax.plain");
            }
        }
        return lines;
    }

    private void exempt(List<Block> lines, TaxTotal t) {
        lines.add(
                japan
                        ? right(words.say("tax.jp.exempt", words.amount(t.gross())))
                        : new Pair(words.say("tax.exempt"), words.amount(t.gross()), Style.NORMAL));
    }

    private void plain(List<Block> lines, TaxTotal t, String key) {
        lines.add(new Pair(words.say(key, t.rate(), words.amount(t.net())), words.amount(t.tax()), Style.NORMAL));
        for (TaxComponent part : t.components()) {
            lines.add(new Pair("  " + part.name() + " " + part.rate() + "%", words.amount(part.tax()), Style.NORMAL));
        }
    }

    /** What tax adds to the lines' own amounts. */
    private Money onTop() {
        Money sum = Money.zero(sale.currency());
        for (Line line : sale.lines()) {
            sum = sum.plus(line.amount());
        }
        for (BasketDiscount discount : sale.discounts()) {
            sum = sum.minus(discount.amount());
        }
        return sale.total().minus(sum);
    }

    private boolean isExclusive(TaxTotal t) {
        return sale.lines().stream()
                .filter(line ->
                        line.taxCode().equals(t.code()) && line.taxRate().equals(t.rate()))
                .noneMatch(Line::taxIncluded);
    }

    private static Block right(String text) {
        return new Text(text, Align.RIGHT, Style.NORMAL);
    }

    private static int widest(Stream<String> texts) {
        return texts.mapToInt(DisplayWidth::of).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return " ".repeat(width - DisplayWidth.of(text)) + text;
    }
}
