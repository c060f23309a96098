package org.sekisho.checkout.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.sale.Basket;
import org.sekisho.checkout.sale.BasketOff;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.RungLine;
import org.sekisho.checkout.sale.SoldBefore;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;

/** What was rung, as JSON: each line with its item and price as they were when it was scanned. */
record RungJson(Currency currency, SaleArchive archive) {

    static JsonObject line(RungLine line) {
        Item item = line.item();
        JsonObject object = new JsonObject();
        object.addProperty("line", line.number());
        object.addProperty("code", item.code());
        object.addProperty("name", item.name());
        object.addProperty("nameEn", item.nameEn());
        object.addProperty("price", item.price().minor());
        object.addProperty("taxCode", item.taxCode().name());
        object.addProperty("unit", item.unit().word());
        object.addProperty("department", item.department());
        object.addProperty("taxIncluded", item.taxIncluded());
        object.addProperty("quantity", line.quantity().toString());
        object.addProperty("unitPrice", line.unitPrice().minor());
        object.addProperty("discount", line.off().minor());
        object.addProperty("operator", line.operator());
        return object;
    }

    private RungLine line(JsonObject o) {
        Item item = new Item(
                text(o, "code"),
                text(o, "name"),
                text(o, "nameEn"),
                money(o, "price"),
                new TaxCode(text(o, "taxCode")),
                Unit.ofWord(text(o, "unit")),
                text(o, "department"),
                o.get("taxIncluded").getAsBoolean());
        return new RungLine(
                o.get("line").getAsInt(),
                item,
                Quantity.parse(text(o, "quantity")),
                money(o, "unitPrice"),
                money(o, "discount"),
                text(o, "operator"));
    }

    static JsonObject returned(ReturnedLine line) {
        JsonObject object = new JsonObject();
        object.addProperty("line", line.number());
        object.addProperty("receipt", line.sold().receipt().receiptNumber().toString());
        object.addProperty("original", line.original().number());
        object.addProperty("quantity", line.quantity().toString());
        object.addProperty("operator", line.operator());
        JsonObject gone = new JsonObject();
        line.sold().gone().forEach((number, thousandths) -> gone.addProperty(number.toString(), thousandths));
        object.add("gone", gone);
        return object;
    }

    private ReturnedLine returned(JsonObject o) throws StorageFault {
        ReceiptNumber receipt = ReceiptNumber.parse(text(o, "receipt"));
        Map<Integer, Long> gone = new TreeMap<>();
        for (Map.Entry<String, JsonElement> line : o.getAsJsonObject("gone").entrySet()) {
            gone.put(Integer.valueOf(line.getKey()), line.getValue().getAsLong());
        }
        SoldBefore sold = archive.soldBefore(receipt, gone)
                .orElseThrow(() -> new IllegalArgumentException("no receipt " + receipt));
        Line original = sold.line(o.get("original").getAsInt())
                .orElseThrow(() -> new IllegalArgumentException("no such line of receipt " + receipt));
        return new ReturnedLine(
                o.get("line").getAsInt(), sold, original, Quantity.parse(text(o, "quantity")), text(o, "operator"));
    }

    static JsonArray offs(List<BasketOff> offs) {
        JsonArray array = new JsonArray();
        for (BasketOff off : offs) {
            JsonObject object = new JsonObject();
            if (off instanceof BasketOff.Percent percent) {
                object.addProperty("percent", percent.percent().toPlainString());
            } else if (off instanceof BasketOff.Amount amount) {
                object.addProperty("amount", amount.off().minor());
            }
            array.add(object);
        }
        return array;
    }

    private BasketOff off(JsonObject o) {
        return o.has("percent")
                ? new BasketOff.Percent(new BigDecimal(text(o, "percent")))
                : new BasketOff.Amount(money(o, "amount"));
    }

    /** Without cards: what they paid is given back when the sale does not go on here, and a sale of theirs is not set aside. */
    static JsonArray tenders(List<Tender> tenders) {
        JsonArray array = new JsonArray();
        for (Tender tender : tenders) {
            if (tender.type() == TenderType.CARD) {
                continue;
            }
            JsonObject object = new JsonObject();
            tender.voucher().ifPresent(code -> object.addProperty("voucher", code));
            object.addProperty("type", tender.type().word());
            object.addProperty("amount", tender.amount().minor());
            array.add(object);
        }
        return array;
    }

    static JsonArray facts(List<Fact> facts) {
        JsonArray array = new JsonArray();
        for (Fact fact : facts) {
            JsonObject object = new JsonObject();
            object.addProperty("type", fact.type());
            object.addProperty("version", fact.version());
            object.addProperty("operator", fact.operator());
            object.add("details", fact.details());
            array.add(object);
        }
        return array;
    }

    private static Fact fact(JsonObject o) {
        return new Fact(
                text(o, "type"), o.get("version").getAsInt(), text(o, "operator"), o.getAsJsonObject("details"));
    }

    /**
     * A sale as {@link RungState#details} wrote it.
     *
     * @throws IllegalArgumentException when it is none
     */
    RungState read(JsonObject o) throws StorageFault {
        try {
            return state(o, objects(o, "lines"), objects(o, "returns"), List.of());
        } catch (NullPointerException
                | ClassCastException
                | IllegalStateException
                | UnsupportedOperationException
                | ArithmeticException e) {
            throw new IllegalArgumentException("not a suspended sale: " + e.getMessage(), e);
        }
    }

    /** The same from its {@link RungState#parts}. */
    RungState read(Map<Integer, String> parts) throws StorageFault {
        List<JsonObject> lines = new ArrayList<>();
        List<JsonObject> returns = new ArrayList<>();
        parts.forEach((number, part) -> {
            if (number != RungState.HEAD) {
                JsonObject line = JsonParser.parseString(part).getAsJsonObject();
                (line.has("receipt") ? returns : lines).add(line);
            }
        });
        JsonObject head = head(parts);
        List<Fact> happened =
                objects(head, "happened").stream().map(RungJson::fact).toList();
        return state(head, lines, returns, happened);
    }

    /** Who rang it. */
    static String operator(Map<Integer, String> parts) {
        return text(head(parts), "operator");
    }

    private static JsonObject head(Map<Integer, String> parts) {
        String head = parts.get(RungState.HEAD);
        if (head == null) {
            throw new IllegalArgumentException("an open sale without its head");
        }
        return JsonParser.parseString(head).getAsJsonObject();
    }

    private RungState state(JsonObject o, List<JsonObject> lines, List<JsonObject> returns, List<Fact> happened)
            throws StorageFault {
        List<ReturnedLine> back = new ArrayList<>();
        for (JsonObject line : returns) {
            back.add(returned(line));
        }
        Basket basket = new Basket(
                lines.stream().map(this::line).toList(),
                back,
                objects(o, "discounts").stream().map(this::off).toList(),
                o.get("lastLine").getAsInt());
        return new RungState(
                UUID.fromString(text(o, "saleId")),
                basket,
                o.get("voidedLines").getAsLong(),
                money(o, "approvedOff"),
                money(o, "approvedOf"),
                objects(o, "tenders").stream().map(this::tender).toList(),
                happened,
                o.has("customer") ? Optional.of(text(o, "customer")) : Optional.empty());
    }

    private Tender tender(JsonObject o) {
        return o.has("voucher")
                ? Tender.voucher(money(o, "amount"), text(o, "voucher"))
                : new Tender(TenderType.ofWord(text(o, "type")), money(o, "amount"));
    }

    private Money money(JsonObject o, String name) {
        return Money.of(o.get(name).getAsLong(), currency);
    }

    private static String text(JsonObject o, String name) {
        return o.get(name).getAsString();
    }

    private static List<JsonObject> objects(JsonObject o, String name) {
        List<JsonObject> objects = new ArrayList<>();
        o.getAsJsonArray(name).forEach(element -> objects.add(element.getAsJsonObject()));
        return objects;
    }
}
