package org.sekisho.checkout.till;

import static java.util.Comparator.comparing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.Reports;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.TillReport;
import org.sekisho.checkout.books.DayFigures;
import org.sekisho.checkout.books.LaneCounter;
import org.sekisho.checkout.books.OpenSales;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.books.RunningTotals;
import org.sekisho.checkout.books.ShiftBook;
import org.sekisho.checkout.books.SuspendedSales;
import org.sekisho.checkout.books.TaxFigures;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

/** X and Z of this lane, from its running totals. */
@Component
public final class DayReports implements Reports {

    private final Home home;
    private final StoreClock clock;
    private final Database database;
    private final Journal journal;

    @Activate
    public DayReports(
            @Reference Home home,
            @Reference StoreClock clock,
            @Reference Database database,
            @Reference Journal journal) {
        this.home = home;
        this.clock = clock;
        this.database = database;
        this.journal = journal;
    }

    @Override
    public TillReport x(Operator operator) throws CheckoutRefusal, StorageFault {
        Till.require(operator, Permission.REPORT_X);
        Heading heading = heading(operator);
        // In a writer's turn, so that no sale comes between its figures; nothing is written.
        return database.transact(tx -> {
            new LaneCounter(heading.store.laneId()).lock(tx);
            return report(tx, heading, Optional.empty());
        });
    }

    @Override
    public TillReport z(Operator operator) throws CheckoutRefusal, StorageFault {
        Till.require(operator, Permission.REPORT_Z);
        Heading heading = heading(operator);
        String lane = heading.store.laneId();
        try {
            return database.transact(tx -> close(tx, heading, lane));
        } catch (Unfinished sale) {
            throw sale.refusal();
        }
    }

    private TillReport close(Transaction tx, Heading heading, String lane) throws SQLException, StorageFault {
        new LaneCounter(lane).lock(tx);
        requireNothingOpen(tx, lane);
        expire(tx, heading);
        TillReport report = report(tx, heading, Optional.of(new LaneCounter(lane).nextZ(tx)));
        journal.append(tx, new Fact("ZReport", 1, heading.operator, json(report)));
        RunningTotals totals = new RunningTotals(lane);
        new ShiftBook(lane).cleared(tx, totals.tenders(tx).getOrDefault(TenderType.CASH, 0L));
        totals.clear(tx);
        return report;
    }

    /** Money that lies in the drawer and belongs to no sale would make the day's figures wrong. */
    private static void requireNothingOpen(Transaction tx, String lane) throws SQLException {
        List<Payment> open = PaymentBook.open(tx, lane);
        if (!open.isEmpty()) {
            throw new Unfinished(new CheckoutRefusal(Refusal.PAYMENTS_OPEN, open.size()));
        }
        if (!new OpenSales(lane).all(tx).isEmpty()) {
            throw new Unfinished(new CheckoutRefusal(Refusal.DAY_HAS_OPEN_SALE, lane));
        }
        for (SuspendedSales.Row row : SuspendedSales.all(tx)) {
            if (row.tendered() != 0 && row.id().lane().equals(lane)) {
                throw new Unfinished(new CheckoutRefusal(Refusal.DAY_HAS_PAID_SALE, row.id()));
            }
        }
    }

    /** What this lane set aside on an earlier day, and nobody recalled, is void. */
    private void expire(Transaction tx, Heading heading) throws SQLException, StorageFault {
        String lane = heading.store.laneId();
        for (SuspendedSales.Row row : SuspendedSales.all(tx)) {
            if (row.id().lane().equals(lane)
                    && row.tendered() == 0
                    && row.businessDate().isBefore(heading.businessDate)
                    && SuspendedSales.claim(tx, row.id())) {
                JsonObject details = new JsonObject();
                details.addProperty("saleId", row.sale().toString());
                details.addProperty("suspendedId", row.id().toString());
                journal.append(tx, new Fact("SuspensionExpired", 1, heading.operator, details));
                new RunningTotals(lane).add(tx, heading.businessDate, DayFigures.voidedSale(0));
            }
        }
    }

    private TillReport report(Transaction tx, Heading heading, Optional<Long> zNumber) throws SQLException {
        String lane = heading.store.laneId();
        Currency currency = heading.store.currency();
        RunningTotals totals = new RunningTotals(lane);
        Map<LocalDate, DayFigures> days = totals.days(tx);
        DayFigures all = days.values().stream().reduce(DayFigures.NOTHING, DayFigures::plus);
        Map<TenderType, Money> tenders = new EnumMap<>(TenderType.class);
        totals.tenders(tx).forEach((type, kept) -> tenders.put(type, Money.of(kept, currency)));
        return new TillReport(
                zNumber,
                heading.store.storeId(),
                lane,
                heading.operator,
                heading.time,
                heading.businessDate,
                all.sales(),
                Money.of(all.total(), currency),
                taxes(totals.taxes(tx), currency),
                tenders,
                Money.of(all.discounts(), currency),
                all.voidedSales(),
                all.voidedLines(),
                all.noSales(),
                all.returned(),
                Money.of(all.refunded(), currency),
                new TillReport.Corrections(
                        all.corrections().postVoids(),
                        Money.of(all.corrections().postVoided(), currency),
                        all.corrections().unreceipted(),
                        Money.of(all.corrections().unreceiptedAmount(), currency)),
                receipt(lane, all.firstReceipt()),
                receipt(lane, all.lastReceipt()),
                days.entrySet().stream()
                        .map(day -> new TillReport.Day(
                                day.getKey(),
                                day.getValue().sales(),
                                Money.of(day.getValue().total(), currency)))
                        .toList());
    }

    private static List<TaxTotal> taxes(List<TaxFigures> figures, Currency currency) {
        return figures.stream()
                .sorted(comparing((TaxFigures f) -> f.rate().percent())
                        .reversed()
                        .thenComparing(f -> f.code().name()))
                .map(f -> new TaxTotal(
                        f.code(),
                        f.rate(),
                        Money.of(f.net(), currency),
                        Money.of(f.tax(), currency),
                        Money.of(f.gross(), currency),
                        f.parts().stream()
                                .map(part -> new TaxComponent(part.name(), part.rate(), Money.of(part.tax(), currency)))
                                .toList()))
                .toList();
    }

    private static Optional<String> receipt(String lane, long number) {
        return number == 0 ? Optional.empty() : Optional.of(new ReceiptNumber(lane, number).toString());
    }

    private static JsonObject json(TillReport report) {
        JsonObject details = new JsonObject();
        report.zNumber().ifPresent(number -> details.addProperty("zNumber", number));
        details.addProperty("businessDate", report.businessDate().toString());
        details.addProperty("currency", report.total().currency().getCurrencyCode());
        details.addProperty("sales", report.sales());
        details.addProperty("total", report.total().minor());
        details.add("taxes", SaleJson.taxes(report.taxes()));
        JsonObject tenders = new JsonObject();
        report.tenders().forEach((type, kept) -> tenders.addProperty(type.word(), kept.minor()));
        details.add("tenders", tenders);
        details.addProperty("discounts", report.discounts().minor());
        details.addProperty("voidedSales", report.voidedSales());
        details.addProperty("voidedLines", report.voidedLines());
        details.addProperty("noSales", report.noSales());
        details.addProperty("returned", report.returned());
        details.addProperty("refunded", report.refunded().minor());
        details.addProperty("postVoids", report.corrections().postVoids());
        details.addProperty("postVoided", report.corrections().postVoided().minor());
        details.addProperty("unreceipted", report.corrections().unreceipted());
        details.addProperty(
                "unreceiptedAmount", report.corrections().unreceiptedAmount().minor());
        report.firstReceipt().ifPresent(number -> details.addProperty("firstReceipt", number));
        report.lastReceipt().ifPresent(number -> details.addProperty("lastReceipt", number));
        JsonArray days = new JsonArray();
        for (TillReport.Day day : report.days()) {
            JsonObject one = new JsonObject();
            one.addProperty("businessDate", day.businessDate().toString());
            one.addProperty("sales", day.sales());
            one.addProperty("total", day.total().minor());
            days.add(one);
        }
        details.add("days", days);
        return details;
    }

    private Heading heading(Operator operator) throws CheckoutRefusal {
        try {
            Instant now = clock.now();
            return new Heading(home.settings(), operator.name(), now, clock.businessDate(now));
        } catch (HomeFault e) {
            throw new CheckoutRefusal(Refusal.STORE_UNREADABLE, e.getMessage());
        }
    }

    /** Ends the transaction of a day that cannot close. */
    private static final class Unfinished extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final CheckoutRefusal refusal;

        Unfinished(CheckoutRefusal refusal) {
            super(refusal.getMessage());
            this.refusal = refusal;
        }

        CheckoutRefusal refusal() {
            return refusal;
        }
    }

    private record Heading(StoreSettings store, String operator, Instant time, LocalDate businessDate) {}
}
