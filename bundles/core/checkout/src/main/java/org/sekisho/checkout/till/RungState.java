package org.sekisho.checkout.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.sale.Basket;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.RungLine;
import org.sekisho.journal.Fact;

/**
 * An open sale as it can be written down and rung on with: by the same till after a crash, or by another lane.
 *
 * @param approvedOff the basket discount that a second person approved, taken off {@code approvedOf}
 * @param tenders what the customer has paid of it
 * @param happened what the journal is yet to be told of it
 * @param customer whose sale it is
 */
record RungState(
        UUID sale,
        Basket basket,
        long voidedLines,
        Money approvedOff,
        Money approvedOf,
        List<Tender> tenders,
        List<Fact> happened,
        Optional<String> customer) {

    /** The part that is not a line. */
    static final int HEAD = 0;

    RungState {
        tenders = List.copyOf(tenders);
        happened = List.copyOf(happened);
    }

    /** The cash that lies in the drawer for it. */
    long tendered() {
        return tenders.stream()
                .filter(tender -> tender.type() == TenderType.CASH)
                .mapToLong(tender -> tender.amount().minor())
                .sum();
    }

    /** As the journal's {@code SaleSuspended} says it; what happened is told in entries of its own. */
    JsonObject details() {
        JsonObject details = head();
        JsonArray lines = new JsonArray();
        basket.lines().forEach(line -> lines.add(RungJson.line(line)));
        details.add("lines", lines);
        JsonArray returns = new JsonArray();
        basket.returns().forEach(line -> returns.add(RungJson.returned(line)));
        details.add("returns", returns);
        return details;
    }

    private JsonObject head() {
        JsonObject head = new JsonObject();
        head.addProperty("saleId", sale.toString());
        head.addProperty("lastLine", basket.lastNumber());
        head.addProperty("voidedLines", voidedLines);
        head.addProperty("approvedOff", approvedOff.minor());
        head.addProperty("approvedOf", approvedOf.minor());
        head.add("discounts", RungJson.offs(basket.offs()));
        head.add("tenders", RungJson.tenders(tenders));
        customer.ifPresent(id -> head.addProperty("customer", id));
        return head;
    }

    /** The same in parts: the head, and each line under its number. */
    Map<Integer, String> parts(String operator) {
        Map<Integer, String> parts = new TreeMap<>();
        JsonObject head = head();
        head.addProperty("operator", operator);
        head.add("happened", RungJson.facts(happened));
        parts.put(HEAD, head.toString());
        for (RungLine line : basket.lines()) {
            parts.put(line.number(), RungJson.line(line).toString());
        }
        for (ReturnedLine line : basket.returns()) {
            parts.put(line.number(), RungJson.returned(line).toString());
        }
        return parts;
    }
}
