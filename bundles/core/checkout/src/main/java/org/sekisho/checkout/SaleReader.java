package org.sekisho.checkout;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.CardSlip;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.ReturnOf;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;

/** Reads a sale back from what the journal holds. */
record SaleReader(Currency currency) {

    static ClosedSale read(JsonObject payload) {
        try {
            return new SaleReader(Currency.getInstance(text(payload, "currency"))).sale(payload);
        } catch (NullPointerException
                | ClassCastException
                | IllegalStateException
                | UnsupportedOperationException
                | DateTimeException
                | ArithmeticException e) {
            throw new IllegalArgumentException("not a closed sale: " + e.getMessage(), e);
        }
    }

    private ClosedSale sale(JsonObject o) {
        return new ClosedSale(
                UUID.fromString(text(o, "saleId")),
                ReceiptNumber.parse(text(o, "receiptNumber")),
                text(o, "store"),
                text(o, "lane"),
                text(o, "operator"),
                Instant.parse(text(o, "time")),
                LocalDate.parse(text(o, "businessDate")),
                SaleKind.ofWord(text(o, "kind")),
                currency,
                list(o, "lines", this::line),
                o.has("returns") ? list(o, "returns", SaleReader::returned) : List.of(),
                o.has("rules") ? list(o, "rules", this::lineDiscount) : List.of(),
                list(o, "discounts", d -> new BasketDiscount(text(d, "reason"), money(d, "amount"))),
                list(o, "taxes", this::tax),
                money(o, "total"),
                list(o, "tenders", this::tender),
                money(o, "change"),
                money(o, "cashRounding"),
                o.has("voidOf") ? Optional.of(ReceiptNumber.parse(text(o, "voidOf"))) : Optional.empty(),
                customers(o));
    }

    static List<CustomerPoints> customers(JsonObject o) {
        return o.has("customers") ? list(o, "customers", SaleReader::customer) : List.of();
    }

    private static CustomerPoints customer(JsonObject o) {
        return new CustomerPoints(
                text(o, "customer"),
                o.get("earned").getAsLong(),
                o.get("takenBack").getAsLong(),
                o.get("balance").getAsLong());
    }

    private Line line(JsonObject o) {
        return new Line(
                o.get("line").getAsInt(),
                text(o, "code"),
                text(o, "name"),
                text(o, "nameEn"),
                Quantity.parse(text(o, "quantity")),
                Unit.ofWord(text(o, "unit")),
                money(o, "unitPrice"),
                money(o, "discount"),
                money(o, "amount"),
                new TaxCode(text(o, "taxCode")),
                TaxRate.ofPercent(text(o, "taxRate")),
                o.get("taxIncluded").getAsBoolean(),
                text(o, "operator"));
    }

    private Tender tender(JsonObject o) {
        return new Tender(
                TenderType.ofWord(text(o, "type")),
                money(o, "amount"),
                o.has("card") ? Optional.of(new CardSlip(text(o, "card"), text(o, "reference"))) : Optional.empty(),
                o.has("voucher") ? Optional.of(text(o, "voucher")) : Optional.empty());
    }

    private static ReturnOf returned(JsonObject o) {
        return new ReturnOf(
                o.get("line").getAsInt(),
                ReceiptNumber.parse(text(o, "receipt")),
                o.get("original").getAsInt());
    }

    private LineDiscount lineDiscount(JsonObject o) {
        return new LineDiscount(o.get("line").getAsInt(), text(o, "reason"), money(o, "amount"));
    }

    private TaxTotal tax(JsonObject o) {
        return new TaxTotal(
                new TaxCode(text(o, "taxCode")),
                TaxRate.ofPercent(text(o, "rate")),
                money(o, "net"),
                money(o, "tax"),
                money(o, "gross"),
                list(
                        o,
                        "components",
                        c -> new TaxComponent(text(c, "name"), TaxRate.ofPercent(text(c, "rate")), money(c, "tax"))));
    }

    private Money money(JsonObject o, String name) {
        return Money.of(o.get(name).getAsLong(), currency);
    }

    private static String text(JsonObject o, String name) {
        return o.get(name).getAsString();
    }

    private static <T> List<T> list(JsonObject o, String name, Function<JsonObject, T> element) {
        List<T> values = new ArrayList<>();
        for (JsonElement value : o.getAsJsonArray(name)) {
            values.add(element.apply(value.getAsJsonObject()));
        }
        return values;
    }
}
