package org.sekisho.receipts.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptDocument.Align;
import org.sekisho.api.device.ReceiptDocument.Block;
import org.sekisho.api.device.ReceiptDocument.Feed;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Rule;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptDocument.Text;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.CardSlip;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReturnOf;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.store.StoreSettings;
import org.sekisho.store.TaxSettings.Scheme;

/**
 * One receipt in the making. In Japan it is a simplified qualified invoice (適格簡易請求書, Consumption Tax Act 57-4 II): issuer and
 * number, date, what was sold with ※ on reduced-rate goods, and per rate the consideration and its tax.
 */
final class Composition {

    private final StoreSettings store;
    private final ClosedSale sale;
    private final Words words;
    private final TaxLines taxes;
    private final List<Block> blocks = new ArrayList<>();

    Composition(StoreSettings store, ClosedSale sale) {
        this.store = store;
        this.sale = sale;
        this.words = new Words(store.language());
        this.taxes = new TaxLines(sale, store.tax().scheme() == Scheme.JP, words);
    }

    ReceiptDocument document(ReceiptMark mark) {
        heading(mark);
        blocks.add(new Rule());
        sale.lines().forEach(this::line);
        blocks.add(new Rule());
        totals();
        tenders();
        footer();
        return new ReceiptDocument(sale.receiptNumber().toString(), blocks);
    }

    private void heading(ReceiptMark mark) {
        String issuer = store.issuer().name();
        text(issuer.isEmpty() ? store.storeId() : issuer, Align.CENTER, Style.LARGE);
        if (!store.issuer().registrationNumber().isEmpty()) {
            text(words.say("registration", store.issuer().registrationNumber()), Align.CENTER, Style.NORMAL);
        }
        blocks.add(new Feed(1));
        mark(mark);
        mark.voidedBy().ifPresent(by -> text(words.say("voidedBy", by), Align.CENTER, Style.LARGE));
        if (sale.voidOf().isPresent()) {
            text(words.say("void"), Align.CENTER, Style.LARGE);
            text(words.say("voidOf", sale.voidOf().get()), Align.CENTER, Style.NORMAL);
        } else {
            kind();
        }
        pair(words.time(sale.time().atZone(store.timeZone())), words.say("number", sale.receiptNumber()));
        pair(words.say("place", sale.store(), sale.lane()), words.say("operator", sale.operator()));
    }

    private void kind() {
        if (sale.kind() != SaleKind.SALE) {
            text(words.say("kind." + sale.kind().word()), Align.CENTER, Style.LARGE);
        }
        if (sale.kind() != SaleKind.SALE && sale.returns().isEmpty()) {
            text(words.say("unreceipted"), Align.CENTER, Style.NORMAL);
        }
        sale.returns().stream()
                .map(ReturnOf::receipt)
                .distinct()
                .forEach(receipt -> text(words.say("returnOf", receipt), Align.CENTER, Style.NORMAL));
    }

    private void mark(ReceiptMark mark) {
        switch (mark.kind()) {
            case REPEAT -> text(words.say("repeat"), Align.CENTER, Style.LARGE);
            case COPY -> text(words.say("copy", Long.toString(mark.copy())), Align.CENTER, Style.LARGE);
            case TRAINING -> text(words.say("training"), Align.CENTER, Style.LARGE);
            case ORIGINAL -> {}
        }
    }

    private void line(Line line) {
        String name = words.nameOf(line) + (taxes.isReduced(line) ? words.say("reducedMark") : "");
        String before = words.amount(line.amount().plus(line.discount()));
        if (line.quantity().equals(Quantity.ONE) && line.unit() == Unit.PIECE) {
            pair(name, before);
        } else {
            String key = "times." + line.unit().word();
            text(name, Align.LEFT, Style.NORMAL);
            pair("  " + words.say(key, line.quantity(), words.amount(line.unitPrice())), before);
        }
        Money cashiers = line.discount();
        for (LineDiscount rule : sale.lineDiscounts()) {
            if (rule.line() == line.number()) {
                pair("  " + rule.reason(), words.amount(rule.amount().negate()));
                cashiers = cashiers.minus(rule.amount());
            }
        }
        if (!cashiers.isZero()) {
            pair("  " + words.say("discount"), words.amount(cashiers.negate()));
        }
    }

    private void totals() {
        Money subtotal = sale.lines().stream().map(Line::amount).reduce(Money.zero(sale.currency()), Money::plus);
        pair(words.say("subtotal", pieces()), words.amount(subtotal));
        for (BasketDiscount discount : sale.discounts()) {
            String reason = discount.reason().isBlank()
                    ? words.say(discount.amount().signum() < 0 ? "discountBack" : "discount")
                    : discount.reason();
            pair(reason, words.amount(discount.amount().negate()));
        }
        blocks.addAll(taxes.beforeTotal());
        blocks.add(new Pair(words.say("total"), words.amount(sale.total()), Style.LARGE));
        blocks.addAll(taxes.afterTotal());
    }

    /** Counted pieces one by one; whatever was weighed is one. */
    private String pieces() {
        long count = 0;
        for (Line line : sale.lines()) {
            count += line.unit() == Unit.PIECE ? Math.abs(line.quantity().thousandths()) / 1000 : 1;
        }
        return Long.toString(count);
    }

    private void tenders() {
        if (!sale.cashRounding().isZero()) {
            pair(words.say("cashRounding"), words.amount(sale.cashRounding()));
        }
        if (!sale.tenders().isEmpty()) {
            blocks.add(new Feed(1));
        }
        for (Tender tender : sale.tenders()) {
            boolean paidOut = tender.amount().signum() < 0;
            String type = words.say("tender." + tender.type().word());
            pair(
                    words.say(paidOut ? "paidOut" : "received", type),
                    words.amount(paidOut ? tender.amount().negate() : tender.amount()));
            tender.card().ifPresent(this::card);
        }
        if (!sale.change().isZero()) {
            blocks.add(new Pair(
                    words.say(sale.total().signum() < 0 ? "refund" : "change"),
                    words.amount(sale.change()),
                    Style.BOLD));
        }
    }

    private void card(CardSlip slip) {
        text("  " + slip.card(), Align.LEFT, Style.NORMAL);
        if (!slip.reference().isEmpty()) {
            text("  " + words.say("cardReference", slip.reference()), Align.LEFT, Style.NORMAL);
        }
    }

    private void footer() {
        blocks.add(new Rule());
        if (sale.lines().stream().anyMatch(taxes::isReduced)) {
            text(words.say("reducedNote"), Align.LEFT, Style.NORMAL);
        }
        sale.customers().forEach(this::customer);
        blocks.add(new Feed(1));
        text(words.say("thanks"), Align.CENTER, Style.NORMAL);
    }

    private void customer(CustomerPoints points) {
        text(words.say("customer", points.customer()), Align.LEFT, Style.NORMAL);
        points("points.earned", points.earned());
        points("points.takenBack", -points.takenBack());
        points("points.balance", points.balance());
    }

    private void points(String what, long points) {
        if (points != 0) {
            pair("  " + words.say(what), String.format(Locale.ROOT, "%,d", points));
        }
    }

    private void text(String text, Align align, Style style) {
        blocks.add(new Text(text, align, style));
    }

    private void pair(String left, String right) {
        blocks.add(new Pair(left, right, Style.NORMAL));
    }
}
