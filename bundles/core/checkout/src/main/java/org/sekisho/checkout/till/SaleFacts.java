package org.sekisho.checkout.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Tender;
import org.sekisho.catalogue.Label;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.sale.AppliedRule;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.RungLine;
import org.sekisho.journal.Fact;

/** What the journal is told of one sale and of what happened in it. */
record SaleFacts(UUID sale, String operator) {

    static final String ROUNDING = "rounding";

    /** @param rounding how its tax was rounded: what comes back of it is rounded so too */
    Fact closed(ClosedSale closed, List<AppliedRule> rules, String rounding) {
        JsonObject record = SaleJson.record(closed);
        record.addProperty(ROUNDING, rounding);
        JsonArray applied = new JsonArray();
        for (AppliedRule rule : rules) {
            JsonObject entry = new JsonObject();
            entry.addProperty("rule", rule.rule());
            entry.addProperty("line", rule.line());
            entry.addProperty("reason", rule.reason());
            entry.addProperty("amount", rule.off().minor());
            applied.add(entry);
        }
        record.add("rules", applied);
        return new Fact("SaleClosed", 1, operator, record);
    }

    Fact voided(Reckoning so, List<Tender> tenders, String reason) {
        JsonObject details = details();
        details.addProperty("reason", PlainText.of(reason));
        JsonArray lines = new JsonArray();
        for (Line line : so.lines()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("line", line.number());
            entry.addProperty("code", line.code());
            entry.addProperty("name", line.name());
            entry.addProperty("quantity", line.quantity().toString());
            entry.addProperty("amount", line.amount().minor());
            lines.add(entry);
        }
        details.add("lines", lines);
        details.addProperty("total", so.total().minor());
        details.addProperty(
                "tendered",
                tenders.stream().mapToLong(tender -> tender.amount().minor()).sum());
        return new Fact("SaleVoided", 1, operator, details);
    }

    /** With who let the operator do it, where somebody had to. */
    static Fact approved(Fact fact, Optional<String> approver) {
        approver.ifPresent(name -> fact.details().addProperty("approver", name));
        return fact;
    }

    Fact returned(ReturnedLine line, Instant at) {
        JsonObject details = details();
        details.addProperty("line", line.number());
        details.addProperty("receipt", line.sold().receipt().receiptNumber().toString());
        details.addProperty("original", line.original().number());
        details.addProperty("code", line.original().code());
        details.addProperty("quantity", line.quantity().toString());
        details.addProperty("at", SaleJson.time(at));
        return new Fact("GoodsReturned", 1, operator, details);
    }

    /** Goods came back at a price that no receipt shows. */
    Fact returnedUnreceipted(RungLine line, Instant at) {
        JsonObject details = line(line, at);
        details.addProperty("name", line.item().name());
        details.addProperty("quantity", line.quantity().negate().toString());
        details.addProperty("price", line.item().price().minor());
        details.addProperty("unitPrice", line.unitPrice().minor());
        details.addProperty("amount", line.amount().negate().minor());
        return new Fact("ReturnedWithoutReceipt", 1, operator, details);
    }

    /** Money that a card had paid went back in cash. */
    Fact refundedOtherwise(Money amount, Instant at) {
        JsonObject details = details();
        details.addProperty("amount", amount.minor());
        details.addProperty("at", SaleJson.time(at));
        return new Fact("RefundedOtherwise", 1, operator, details);
    }

    Fact lineVoided(ReturnedLine line, Instant at) {
        JsonObject details = details();
        details.addProperty("line", line.number());
        details.addProperty("code", line.original().code());
        details.addProperty("at", SaleJson.time(at));
        details.addProperty("name", line.original().name());
        details.addProperty("quantity", line.quantity().negate().toString());
        return new Fact("LineVoided", 1, operator, details);
    }

    Fact lineVoided(RungLine line, Instant at) {
        JsonObject details = line(line, at);
        details.addProperty("name", line.item().name());
        details.addProperty("quantity", line.quantity().toString());
        details.addProperty("amount", line.amount().minor());
        return new Fact("LineVoided", 1, operator, details);
    }

    Fact priceOverridden(RungLine line, Instant at) {
        JsonObject details = line(line, at);
        details.addProperty("from", line.item().price().minor());
        details.addProperty("to", line.unitPrice().minor());
        return new Fact("PriceOverridden", 1, operator, details);
    }

    /** So that a price which nobody approved and a weight which nobody weighed are on record as the label's. */
    Fact labelRung(RungLine line, Label label, Instant at) {
        JsonObject details = line(line, at);
        label.price().ifPresent(price -> details.addProperty("price", price.minor()));
        label.weight().ifPresent(weight -> details.addProperty("weight", weight.toString()));
        return new Fact("LabelRung", 1, operator, details);
    }

    /** So that a batch that is called back can be found in the sales. */
    Fact batchRung(RungLine line, Label label, Instant at) {
        JsonObject details = line(line, at);
        label.batch().ifPresent(batch -> details.addProperty("batch", batch));
        label.lastDay().ifPresent(day -> details.addProperty("lastDay", day.toString()));
        return new Fact("BatchRung", 1, operator, details);
    }

    /** @param asked an amount or a percentage, as it was asked for */
    Fact lineDiscounted(RungLine line, Money off, String asked, Instant at) {
        JsonObject details = line(line, at);
        details.addProperty("asked", asked);
        details.addProperty("amount", off.minor());
        return new Fact("Discounted", 1, operator, details);
    }

    /** On the whole sale; what a percentage comes to stands in the closed sale. */
    Fact discounted(String asked, Instant at) {
        JsonObject details = details();
        details.addProperty("asked", asked);
        details.addProperty("at", SaleJson.time(at));
        return new Fact("Discounted", 1, operator, details);
    }

    /** What the basket discounts come to by now was more than the operator may take off. */
    Fact discounted(Money amount, Instant at) {
        JsonObject details = details();
        details.addProperty("asked", Long.toString(amount.minor()));
        details.addProperty("amount", amount.minor());
        details.addProperty("at", SaleJson.time(at));
        return new Fact("Discounted", 1, operator, details);
    }

    Fact ruleLeftOut(String rule, String why) {
        JsonObject details = details();
        details.addProperty("rule", rule);
        details.addProperty("reason", why);
        return new Fact("PriceRuleLeftOut", 1, Fact.SYSTEM, details);
    }

    private JsonObject line(RungLine line, Instant at) {
        JsonObject details = details();
        details.addProperty("line", line.number());
        details.addProperty("code", line.item().code());
        details.addProperty("at", SaleJson.time(at));
        return details;
    }

    private JsonObject details() {
        JsonObject details = new JsonObject();
        details.addProperty("saleId", sale.toString());
        return details;
    }
}
