package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.books.DayFigures.Corrections;
import org.sekisho.storage.Transaction;

/** The figures of one lane since its last Z, by business date, kept up in each sale's own transaction: reports scan nothing. */
public final class RunningTotals {

    private final String lane;

    public RunningTotals(String lane) {
        this.lane = lane;
    }

    /** In the transaction that gave it its number, and so holds the lane's counter. */
    public void add(Transaction tx, ClosedSale sale, long voidedLines) throws SQLException {
        long discounts = 0;
        for (Line line : sale.lines()) {
            discounts = Math.addExact(discounts, Math.max(0, line.discount().minor()));
        }
        for (var discount : sale.discounts()) {
            discounts = Math.addExact(discounts, Math.max(0, discount.amount().minor()));
        }
        long number = sale.receiptNumber().number();
        boolean isVoid = sale.voidOf().isPresent();
        boolean returned = !isVoid && !sale.returns().isEmpty();
        addTo(
                tx,
                sale.businessDate(),
                new DayFigures(
                        1,
                        sale.total().minor(),
                        discounts,
                        0,
                        voidedLines,
                        0,
                        returned ? 1 : 0,
                        returned ? refunded(sale) : 0,
                        number,
                        number,
                        corrections(sale)));
        for (TaxTotal tax : sale.taxes()) {
            add(tx, sale.businessDate(), tax);
        }
        for (var kept : kept(sale).entrySet()) {
            add(tx, sale.businessDate(), kept.getKey(), kept.getValue());
        }
    }

    private static Corrections corrections(ClosedSale sale) {
        if (sale.voidOf().isPresent()) {
            return new Corrections(1, sale.total().negate().minor(), 0, 0);
        }
        long refunded = sale.returns().isEmpty() ? refunded(sale) : 0; // one kind of return a sale
        return refunded == 0 ? Corrections.NONE : new Corrections(0, 0, 1, refunded);
    }

    /** What came back, less the basket discount that came back with it; tax that stood on top of prices is not in it. */
    private static long refunded(ClosedSale sale) {
        long refunded = 0;
        for (Line line : sale.lines()) {
            refunded -= Math.min(0, line.amount().minor());
        }
        for (var discount : sale.discounts()) {
            refunded += Math.min(0, discount.amount().minor());
        }
        return refunded;
    }

    /** Adds what is no sale: a voided one, an opened drawer. */
    public void add(Transaction tx, LocalDate date, DayFigures more) throws SQLException {
        new LaneCounter(lane).lock(tx);
        addTo(tx, date, more);
    }

    private void addTo(Transaction tx, LocalDate date, DayFigures more) throws SQLException {
        Sql.addOrInsert(
                tx,
                "UPDATE till_day SET sales = sales + ?, total = total + ?, discounts = discounts + ?,"
                        + " voided_sales = voided_sales + ?, voided_lines = voided_lines + ?, no_sales = no_sales + ?,"
                        + " returned = returned + ?, refunded = refunded + ?, post_voids = post_voids + ?,"
                        + " post_voided = post_voided + ?, unreceipted = unreceipted + ?,"
                        + " unreceipted_amount = unreceipted_amount + ?,"
                        + " first_receipt = CASE WHEN first_receipt = 0 THEN ? ELSE first_receipt END,"
                        + " last_receipt = GREATEST(last_receipt, ?) WHERE lane = ? AND business_date = ?",
                "INSERT INTO till_day (sales, total, discounts, voided_sales, voided_lines, no_sales, returned,"
                        + " refunded, post_voids, post_voided, unreceipted, unreceipted_amount, first_receipt, last_receipt,"
                        + " lane, business_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                more.sales(),
                more.total(),
                more.discounts(),
                more.voidedSales(),
                more.voidedLines(),
                more.noSales(),
                more.returned(),
                more.refunded(),
                more.corrections().postVoids(),
                more.corrections().postVoided(),
                more.corrections().unreceipted(),
                more.corrections().unreceiptedAmount(),
                more.firstReceipt(),
                more.lastReceipt(),
                lane,
                date);
    }

    private void add(Transaction tx, LocalDate date, TaxTotal tax) throws SQLException {
        Sql.addOrInsert(
                tx,
                "UPDATE till_tax SET net = net + ?, tax = tax + ?, gross = gross + ?"
                        + " WHERE lane = ? AND business_date = ? AND tax_code = ? AND tax_rate = ?",
                "INSERT INTO till_tax (net, tax, gross, lane, business_date, tax_code, tax_rate)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                tax.net().minor(),
                tax.tax().minor(),
                tax.gross().minor(),
                lane,
                date,
                tax.code().name(),
                tax.rate().toString());
        for (TaxComponent part : tax.components()) {
            Sql.addOrInsert(
                    tx,
                    "UPDATE till_tax_part SET tax = tax + ? WHERE lane = ? AND business_date = ? AND tax_code = ?"
                            + " AND tax_rate = ? AND part = ? AND part_rate = ?",
                    "INSERT INTO till_tax_part (tax, lane, business_date, tax_code, tax_rate, part, part_rate)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    part.tax().minor(),
                    lane,
                    date,
                    tax.code().name(),
                    tax.rate().toString(),
                    part.name(),
                    part.rate().toString());
        }
    }

    private void add(Transaction tx, LocalDate date, TenderType tender, long kept) throws SQLException {
        Sql.addOrInsert(
                tx,
                "UPDATE till_tender SET kept = kept + ? WHERE lane = ? AND business_date = ? AND tender = ?",
                "INSERT INTO till_tender (kept, lane, business_date, tender) VALUES (?, ?, ?, ?)",
                kept,
                lane,
                date,
                tender.word());
    }

    private static Map<TenderType, Long> kept(ClosedSale sale) {
        Map<TenderType, Long> kept = new EnumMap<>(TenderType.class);
        for (Tender tender : sale.tenders()) {
            kept.merge(tender.type(), tender.amount().minor(), Math::addExact);
        }
        if (!sale.change().isZero()) {
            kept.merge(TenderType.CASH, sale.change().negate().minor(), Math::addExact);
        }
        return kept;
    }

    public SortedMap<LocalDate, DayFigures> days(Transaction tx) throws SQLException {
        SortedMap<LocalDate, DayFigures> days = new TreeMap<>();
        try (ResultSet rows = Sql.bound(
                        tx,
                        "SELECT business_date, sales, total, discounts, voided_sales, voided_lines, no_sales,"
                                + " returned, refunded, first_receipt, last_receipt, post_voids, post_voided,"
                                + " unreceipted, unreceipted_amount FROM till_day WHERE lane = ?",
                        lane)
                .executeQuery()) {
            while (rows.next()) {
                days.put(
                        rows.getObject(1, LocalDate.class),
                        new DayFigures(
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6),
                                rows.getLong(7),
                                rows.getLong(8),
                                rows.getLong(9),
                                rows.getLong(10),
                                rows.getLong(11),
                                new Corrections(
                                        rows.getLong(12), rows.getLong(13), rows.getLong(14), rows.getLong(15))));
            }
        }
        return days;
    }

    /** In no particular order. */
    public List<TaxFigures> taxes(Transaction tx) throws SQLException {
        Map<String, List<TaxFigures.Part>> parts = taxParts(tx);
        List<TaxFigures> taxes = new ArrayList<>();
        try (ResultSet rows = Sql.bound(
                        tx,
                        "SELECT tax_code, tax_rate, SUM(net), SUM(tax), SUM(gross) FROM till_tax WHERE lane = ?"
                                + " GROUP BY tax_code, tax_rate",
                        lane)
                .executeQuery()) {
            while (rows.next()) {
                taxes.add(new TaxFigures(
                        new TaxCode(rows.getString(1)),
                        TaxRate.ofPercent(rows.getString(2)),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        parts.getOrDefault(rows.getString(1) + " " + rows.getString(2), List.of())));
            }
        }
        return taxes;
    }

    /** By code and rate. */
    private Map<String, List<TaxFigures.Part>> taxParts(Transaction tx) throws SQLException {
        Map<String, List<TaxFigures.Part>> parts = new HashMap<>();
        try (ResultSet rows = Sql.bound(
                        tx,
                        "SELECT tax_code, tax_rate, part, part_rate, SUM(tax) FROM till_tax_part WHERE lane = ?"
                                + " GROUP BY tax_code, tax_rate, part, part_rate ORDER BY part, part_rate",
                        lane)
                .executeQuery()) {
            while (rows.next()) {
                parts.computeIfAbsent(rows.getString(1) + " " + rows.getString(2), key -> new ArrayList<>())
                        .add(new TaxFigures.Part(
                                rows.getString(3), TaxRate.ofPercent(rows.getString(4)), rows.getLong(5)));
            }
        }
        return parts;
    }

    /** What stayed in the till, by tender: cash without change. */
    public Map<TenderType, Long> tenders(Transaction tx) throws SQLException {
        Map<TenderType, Long> kept = new EnumMap<>(TenderType.class);
        try (ResultSet rows = Sql.bound(
                        tx, "SELECT tender, SUM(kept) FROM till_tender WHERE lane = ? GROUP BY tender", lane)
                .executeQuery()) {
            while (rows.next()) {
                kept.put(TenderType.ofWord(rows.getString(1)), rows.getLong(2));
            }
        }
        return kept;
    }

    /** Begins anew, after a Z. */
    public void clear(Transaction tx) throws SQLException {
        Sql.bound(tx, "DELETE FROM till_day WHERE lane = ?", lane).executeUpdate();
        Sql.bound(tx, "DELETE FROM till_tax WHERE lane = ?", lane).executeUpdate();
        Sql.bound(tx, "DELETE FROM till_tax_part WHERE lane = ?", lane).executeUpdate();
        Sql.bound(tx, "DELETE FROM till_tender WHERE lane = ?", lane).executeUpdate();
    }
}
