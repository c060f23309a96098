package org.sekisho.checkout.exceptions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.ExceptionReport;
import org.sekisho.checkout.ExceptionReport.Kind;
import org.sekisho.checkout.ExceptionReport.Place;
import org.sekisho.checkout.ExceptionReport.Row;
import org.sekisho.journal.Entry;

/** What each operator did, entry by entry. */
final class Ledger {

    private final Map<String, Page> pages = new TreeMap<>();
    /** Sales set aside that nobody has gone on with, by their id. */
    private final Map<String, Entry> setAside = new LinkedHashMap<>();

    private long entries;

    long entries() {
        return entries;
    }

    void read(Entry entry) {
        entries++;
        JsonObject said = entry.payload();
        switch (entry.type()) {
            case "SaleClosed" -> closed(entry);
            case "LineVoided" -> note(entry, Kind.LINES_VOIDED, amount(said, "amount"));
            case "SaleVoided" -> note(entry, Kind.SALES_VOIDED, amount(said, "total"));
            case "ReceiptPostVoided" -> note(entry, Kind.POST_VOIDS, amount(said, "amount"));
            case "NoSale" -> note(entry, Kind.NO_SALES, 0);
            case "PriceOverridden" -> note(entry, Kind.PRICE_OVERRIDES, amount(said, "from") - amount(said, "to"));
            case "Discounted" -> note(entry, Kind.DISCOUNTS, said.has("line") ? amount(said, "amount") : 0);
            case "ReceiptReprinted" -> note(entry, Kind.REPRINTS, 0);
            case "RefundedOtherwise" -> note(entry, Kind.TENDER_CHANGES, amount(said, "amount"));
            case "SaleSuspended" -> setAside.put("S" + entry.lane() + "-" + entry.seq(), entry);
            case "SaleRecalled" -> setAside.remove(text(said, "suspendedId"));
            case "ShiftClosed" -> shift(entry);
            default -> {}
        }
    }

    private void closed(Entry entry) {
        JsonObject sale = entry.payload();
        if (sale.has("voidOf")) {
            return; // its own entry tells of it
        }
        Page page = page(text(sale, "operator"));
        page.sales++;
        long back = 0;
        for (JsonElement line : array(sale, "lines")) {
            back -= Math.min(0, amount(line.getAsJsonObject(), "amount"));
        }
        if (!text(sale, "kind").equals("sale")) {
            note(entry, sale.has("returns") ? Kind.RETURNS : Kind.RETURNS_WITHOUT_RECEIPT, back);
        }
        for (JsonElement discount : array(sale, "discounts")) {
            // A basket's discount is known by its amount only now; that it was given stands in an entry of its own.
            page.more(Kind.DISCOUNTS, Math.max(0, amount(discount.getAsJsonObject(), "amount")));
        }
    }

    /** It is the drawer of whoever opened the shift, not of whoever was there when it was counted. */
    private void shift(Entry entry) {
        long difference = amount(entry.payload(), "difference");
        if (difference != 0) {
            page(text(entry.payload(), "opened")).note(Kind.DIFFERENCES, place(entry), difference);
        }
    }

    private void note(Entry entry, Kind kind, long amount) {
        page(text(entry.payload(), "operator")).note(kind, place(entry), amount);
    }

    ExceptionReport report(Currency currency) {
        setAside.values().forEach(entry -> note(entry, Kind.NOT_RECALLED, amount(entry.payload(), "tendered")));
        setAside.clear();
        List<Row> rows = new ArrayList<>();
        pages.forEach((operator, page) -> page.figures.forEach((kind, figure) -> {
            if (!figure.places.isEmpty()) {
                List<Rate> peers = peers(operator, kind);
                Rate own = page.rate(kind);
                rows.add(new Row(
                        operator,
                        page.sales,
                        kind,
                        figure.places.size(),
                        Money.of(figure.amount, currency),
                        own.per100(),
                        Rate.median(peers),
                        own.isFarOff(peers),
                        figure.places));
            }
        }));
        return new ExceptionReport(entries, rows);
    }

    /** Whoever else closed a sale in these days. */
    private List<Rate> peers(String operator, Kind kind) {
        return pages.entrySet().stream()
                .filter(other -> !other.getKey().equals(operator) && other.getValue().sales > 0)
                .map(other -> other.getValue().rate(kind))
                .toList();
    }

    private Page page(String operator) {
        return pages.computeIfAbsent(operator, name -> new Page());
    }

    private static Place place(Entry entry) {
        return new Place(entry.lane(), entry.seq());
    }

    private static long amount(JsonObject said, String name) {
        return said.get(name) instanceof JsonPrimitive value && value.isNumber() ? value.getAsLong() : 0;
    }

    private static String text(JsonObject said, String name) {
        return Optional.ofNullable(said.get(name)).map(JsonElement::getAsString).orElse("");
    }

    private static JsonArray array(JsonObject said, String name) {
        return said.get(name) instanceof JsonArray array ? array : new JsonArray();
    }

    /** One operator's. */
    private static final class Page {

        private final Map<Kind, Figure> figures = new EnumMap<>(Kind.class);
        private long sales;

        void note(Kind kind, Place place, long amount) {
            figure(kind).places.add(place);
            more(kind, amount);
        }

        void more(Kind kind, long amount) {
            Figure figure = figure(kind);
            figure.amount = Math.addExact(figure.amount, Math.abs(amount));
        }

        Rate rate(Kind kind) {
            Figure figure = figures.get(kind);
            return new Rate(figure == null ? 0 : figure.places.size(), sales);
        }

        private Figure figure(Kind kind) {
            return figures.computeIfAbsent(kind, none -> new Figure());
        }
    }

    private static final class Figure {

        private final List<Place> places = new ArrayList<>();
        private long amount;
    }
}
