package org.sekisho.checkout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.ReturnOf;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;
import org.sekisho.journal.EntryFormat;

/** A closed sale as JSON. Money is a whole number of minor units; exact decimals are strings without trailing zeros. */
public final class SaleJson {

    /** The field of a record that names customers. */
    public static final String CUSTOMERS = "customers";

    private SaleJson() {}

    /** A sale that is being rung, as of now: its tax totals, discounts and tenders in the words of a closed one. */
    public static JsonObject open(UUID id, SaleTotals totals) {
        JsonObject object = new JsonObject();
        object.addProperty("saleId", id.toString());
        object.add("lines", array(totals.lines(), SaleJson::lineInBothLanguages));
        object.add("discounts", array(totals.discounts(), SaleJson::discount));
        object.add("taxes", taxes(totals.taxes()));
        object.addProperty("total", totals.total().minor());
        object.addProperty("tendered", totals.total().minus(totals.due()).minor());
        object.addProperty("due", totals.due().minor());
        object.add("tenders", array(totals.tenders(), SaleJson::tender));
        object.add("rules", array(totals.rules(), SaleJson::rule));
        object.add("leftOut", array(totals.leftOut(), JsonPrimitive::new));
        return object;
    }

    private static JsonObject rule(LineDiscount rule) {
        JsonObject object = new JsonObject();
        object.addProperty("line", rule.line());
        object.addProperty("reason", rule.reason());
        object.addProperty("amount", rule.amount().minor());
        return object;
    }

    /** The object that {@code sekisho ring --json} prints: schema 1, in the order of its description. */
    public static JsonObject contract(ClosedSale sale) {
        return sale(sale, SaleJson::line);
    }

    /**
     * The same as the journal holds it: with each line's operator and English name; without the operator who closed it, whom the
     * journal adds itself, as it does the store; without the price rules, which the till adds by name.
     */
    public static JsonObject record(ClosedSale sale) {
        JsonObject record = sale(sale, line -> {
            JsonObject object = lineInBothLanguages(line);
            object.addProperty("operator", line.operator());
            return object;
        });
        record.remove("operator");
        record.add("tenders", array(sale.tenders(), SaleJson::tenderInFull));
        if (!sale.returns().isEmpty()) {
            record.add("returns", array(sale.returns(), SaleJson::returned));
        }
        sale.voidOf().ifPresent(receipt -> record.addProperty("voidOf", receipt.toString()));
        if (!sale.customers().isEmpty()) {
            record.add(CUSTOMERS, customers(sale.customers()));
        }
        return record;
    }

    /** As {@link #record} has them under {@value #CUSTOMERS}. */
    public static JsonArray customers(List<CustomerPoints> customers) {
        return array(customers, SaleJson::customer);
    }

    /** The customers that {@link #record} wrote into an object; none where it has none. */
    public static List<CustomerPoints> readCustomers(JsonObject record) {
        return SaleReader.customers(record);
    }

    private static JsonObject customer(CustomerPoints points) {
        JsonObject object = new JsonObject();
        object.addProperty("customer", points.customer());
        object.addProperty("earned", points.earned());
        object.addProperty("takenBack", points.takenBack());
        object.addProperty("balance", points.balance());
        return object;
    }

    /**
     * The sale in a journal entry's payload: what {@link #record} wrote and what the journal added.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ClosedSale read(JsonObject payload) {
        return SaleReader.read(payload);
    }

    /** An instant as every format writes it: UTC, milliseconds, {@code Z}. */
    public static String time(Instant time) {
        return EntryFormat.time(time);
    }

    private static JsonObject sale(ClosedSale sale, Function<Line, JsonObject> line) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        object.addProperty("saleId", sale.id().toString());
        object.addProperty("receiptNumber", sale.receiptNumber().toString());
        object.addProperty("lane", sale.lane());
        object.addProperty("operator", sale.operator());
        object.addProperty("time", time(sale.time()));
        object.addProperty("businessDate", sale.businessDate().toString());
        object.addProperty("kind", sale.kind().word());
        object.addProperty("currency", sale.currency().getCurrencyCode());
        object.add("lines", array(sale.lines(), line));
        object.add("discounts", array(sale.discounts(), SaleJson::discount));
        object.add("taxes", taxes(sale.taxes()));
        object.addProperty("total", sale.total().minor());
        object.add("tenders", array(sale.tenders(), SaleJson::tender));
        object.addProperty("change", sale.change().minor());
        object.addProperty("cashRounding", sale.cashRounding().minor());
        return object;
    }

    private static JsonObject line(Line line) {
        JsonObject object = new JsonObject();
        object.addProperty("line", line.number());
        object.addProperty("code", line.code());
        object.addProperty("name", line.name());
        object.addProperty("quantity", line.quantity().toString());
        object.addProperty("unit", line.unit().word());
        object.addProperty("unitPrice", line.unitPrice().minor());
        object.addProperty("discount", line.discount().minor());
        object.addProperty("amount", line.amount().minor());
        object.addProperty("taxCode", line.taxCode().name());
        object.addProperty("taxRate", line.taxRate().toString());
        object.addProperty("taxIncluded", line.taxIncluded());
        return object;
    }

    private static JsonObject lineInBothLanguages(Line line) {
        JsonObject object = line(line);
        object.addProperty("nameEn", line.nameEn());
        return object;
    }

    private static JsonObject returned(ReturnOf of) {
        JsonObject object = new JsonObject();
        object.addProperty("line", of.line());
        object.addProperty("receipt", of.receipt().toString());
        object.addProperty("original", of.original());
        return object;
    }

    private static JsonObject discount(BasketDiscount discount) {
        JsonObject object = new JsonObject();
        object.addProperty("reason", discount.reason());
        object.addProperty("amount", discount.amount().minor());
        return object;
    }

    /** Tax totals as receipts and reports write them. */
    public static JsonArray taxes(List<TaxTotal> taxes) {
        return array(taxes, SaleJson::tax);
    }

    private static JsonObject tax(TaxTotal tax) {
        JsonObject object = new JsonObject();
        object.addProperty("taxCode", tax.code().name());
        object.addProperty("rate", tax.rate().toString());
        object.addProperty("net", tax.net().minor());
        object.addProperty("tax", tax.tax().minor());
        object.addProperty("gross", tax.gross().minor());
        object.add("components", array(tax.components(), SaleJson::component));
        return object;
    }

    private static JsonObject component(TaxComponent component) {
        JsonObject object = new JsonObject();
        object.addProperty("name", component.name());
        object.addProperty("rate", component.rate().toString());
        object.addProperty("tax", component.tax().minor());
        return object;
    }

    private static JsonObject tender(Tender tender) {
        JsonObject object = new JsonObject();
        object.addProperty("type", tender.type().word());
        object.addProperty("amount", tender.amount().minor());
        return object;
    }

    private static JsonObject tenderInFull(Tender tender) {
        JsonObject object = tender(tender);
        tender.card().ifPresent(slip -> {
            object.addProperty("card", slip.card());
            object.addProperty("reference", slip.reference());
        });
        tender.voucher().ifPresent(code -> object.addProperty("voucher", code));
        return object;
    }

    static <T> JsonArray array(List<T> values, Function<T, ? extends JsonElement> element) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(value -> array.add(element.apply(value)));
        return array;
    }
}
