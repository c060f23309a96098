package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The books of one lane, kept anew from its exported journal, entry by entry: every sale adds up, every Z and every shift says what the
 * sales before it say, no voucher pays and no goods come back twice, and a sale that is set
 * aside is recalled once.
 */
final class Books {

    private final Map<String, Long> sinceZ = new TreeMap<>();
    private final Map<String, BigDecimal> left = new HashMap<>();
    private final Set<String> vouchers = new HashSet<>();
    private final Map<String, JsonObject> suspended = new TreeMap<>();
    private String lane = "";
    private long seq;
    private long salesSinceZ;
    private long totalSinceZ;
    private long cards;
    private long z;
    private long shift;
    private boolean shiftIsOpen;
    private long inDrawer;

    static Books of(Export export) {
        Books books = new Books();
        for (JsonObject entry : export.entries()) {
            books.seq = entry.get("seq").getAsLong();
            books.lane = entry.get("lane").getAsString();
            books.take(entry.get("type").getAsString(), entry.getAsJsonObject("payload"));
        }
        return books;
    }

    private void take(String type, JsonObject entry) {
        switch (type) {
            case "SaleClosed" -> sale(entry);
            case "SaleSuspended" ->
                assertThat(suspended.put("S" + lane + "-" + seq, entry)).isNull();
            case "SaleRecalled", "SuspensionExpired" ->
                assertThat(suspended.remove(entry.get("suspendedId").getAsString()))
                        .as(entry.toString())
                        .isNotNull();
            case "ZReport" -> zReport(entry);
            case "ShiftOpened" -> {
                assertThat(shiftIsOpen).as("a shift before %s", entry).isFalse();
                assertThat(number(entry, "shift")).isEqualTo(++shift);
                shiftIsOpen = true;
                inDrawer = number(entry, "amount");
            }
            case "CashMoved" -> {
                boolean in = entry.get("kind").getAsString().equals("paid-in");
                inDrawer += in ? number(entry, "amount") : -number(entry, "amount");
            }
            case "ShiftClosed" -> {
                assertThat(number(entry, "shift")).isEqualTo(shift);
                assertThat(number(entry, "expected")).as(entry.toString()).isEqualTo(inDrawer);
                assertThat(shiftIsOpen).isTrue();
                shiftIsOpen = false;
            }
            default -> {}
        }
    }

    private void sale(JsonObject sale) {
        assertThat(suspended.values())
                .as(sale.toString())
                .noneMatch(other -> other.get("saleId").equals(sale.get("saleId")));
        long lines = 0;
        for (JsonElement line : sale.getAsJsonArray("lines")) {
            lines += number(line.getAsJsonObject(), "amount");
            sold(sale, line.getAsJsonObject());
        }
        assertThat(lines).as(sale.toString()).isEqualTo(number(sale, "total"));
        long taxed = 0;
        for (JsonElement tax : sale.getAsJsonArray("taxes")) {
            taxed += number(tax.getAsJsonObject(), "gross");
        }
        assertThat(taxed).as(sale.toString()).isEqualTo(number(sale, "total"));
        long paid = -number(sale, "change");
        add("cash", -number(sale, "change"));
        for (JsonElement each : sale.getAsJsonArray("tenders")) {
            paid += tender(each.getAsJsonObject());
        }
        assertThat(paid).as(sale.toString()).isEqualTo(number(sale, "total"));
        inDrawer -= number(sale, "change");
        salesSinceZ++;
        totalSinceZ += number(sale, "total");
        giveBack(sale);
    }

    private long tender(JsonObject tender) {
        long amount = number(tender, "amount");
        String type = tender.get("type").getAsString();
        add(type, amount);
        switch (type) {
            case "cash" -> inDrawer += amount;
            case "card" -> cards += amount;
            default ->
                assertThat(vouchers.add(tender.get("voucher").getAsString()))
                        .as(tender.toString())
                        .isTrue();
        }
        return amount;
    }

    private void sold(JsonObject sale, JsonObject line) {
        left.put(
                sale.get("receiptNumber").getAsString() + "/" + number(line, "line"),
                new BigDecimal(line.get("quantity").getAsString()));
    }

    private void giveBack(JsonObject sale) {
        if (!sale.has("returns")) {
            return;
        }
        for (JsonElement each : sale.getAsJsonArray("returns")) {
            JsonObject of = each.getAsJsonObject();
            String own = sale.get("receiptNumber").getAsString() + "/" + number(of, "line");
            String original = of.get("receipt").getAsString() + "/" + number(of, "original");
            BigDecimal rest = left.merge(original, left.get(own), BigDecimal::add);
            assertThat(rest).as("left of " + original).isNotNegative();
        }
    }

    private void zReport(JsonObject report) {
        assertThat(number(report, "zNumber")).isEqualTo(++z);
        assertReports(report);
        sinceZ.clear();
        salesSinceZ = 0;
        totalSinceZ = 0;
    }

    /** What a report since the last Z has to say. */
    void assertReports(JsonObject report) {
        assertThat(number(report, "sales")).as(report.toString()).isEqualTo(salesSinceZ);
        assertThat(number(report, "total")).as(report.toString()).isEqualTo(totalSinceZ);
        JsonObject tenders = report.getAsJsonObject("tenders");
        for (String type : Set.of("cash", "card", "voucher")) {
            assertThat(tenders.has(type) ? number(tenders, type) : 0)
                    .as(type + " of " + report)
                    .isEqualTo(sinceZ.getOrDefault(type, 0L));
        }
    }

    private void add(String type, long amount) {
        sinceZ.merge(type, amount, Math::addExact);
    }

    boolean shiftIsOpen() {
        return shiftIsOpen;
    }

    /** What lies in the drawer of the open shift. */
    long inDrawer() {
        return inDrawer;
    }

    /** What cards paid for all closed sales, less what went back. */
    long cards() {
        return cards;
    }

    /** The sales that are set aside, by the id to recall them by. */
    Map<String, JsonObject> suspended() {
        return suspended;
    }

    Set<String> paidVouchers() {
        return vouchers;
    }

    private static long number(JsonObject object, String name) {
        return object.get(name).getAsLong();
    }
}
