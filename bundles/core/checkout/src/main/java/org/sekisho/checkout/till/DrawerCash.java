package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.CashDesk;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.DrawerOpener;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.books.RunningTotals;
import org.sekisho.checkout.books.ShiftBook;
import org.sekisho.checkout.books.ShiftBook.Shift;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;

/** Shifts and cash of this lane, each step one transaction with its entry in the journal. */
@Component
public final class DrawerCash implements CashDesk {

    private final Home home;
    private final Database database;
    private final Journal journal;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DrawerOpener drawer;

    @Activate
    public DrawerCash(@Reference Home home, @Reference Database database, @Reference Journal journal) {
        this.home = home;
        this.database = database;
        this.journal = journal;
    }

    @Override
    public long open(Operator operator, Counted counted) throws CheckoutRefusal, StorageFault {
        Till.require(operator, Permission.SELL);
        StoreSettings store = requireCounted(counted);
        return transact(store, (tx, book, shift) -> {
            if (shift.isPresent()) {
                throw new Refused(Refusal.SHIFT_IS_OPEN, shift.get().number());
            }
            long number = book.open(tx, operator.name(), counted.total().minor(), cash(tx, store));
            journal.append(tx, new Fact("ShiftOpened", 1, operator.name(), counted(number, counted)));
            return number;
        });
    }

    @Override
    public void move(Operator operator, Optional<Operator> approver, Movement movement, Money amount, String reason)
            throws CheckoutRefusal, StorageFault {
        Optional<String> approved = new Authority(operator, approver).require(Permission.MOVE_CASH);
        if (reason.isBlank() || reason.length() > Limits.REASON) {
            throw new CheckoutRefusal(Refusal.REASON_MISSING, Limits.REASON);
        }
        StoreSettings store = settings();
        Limits.currency(amount, store.currency());
        Limits.moved(amount);
        transact(store, (tx, book, shift) -> {
            long number = required(shift).number();
            book.move(tx, movement, amount.minor());
            JsonObject details = shift(number);
            details.addProperty("kind", movement.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            details.addProperty("amount", amount.minor());
            details.addProperty("reason", PlainText.of(reason));
            return journal.append(tx, SaleFacts.approved(new Fact("CashMoved", 1, operator.name(), details), approved));
        });
        kick(operator);
    }

    /** The cash is moved by now, whatever the drawer does. */
    private void kick(Operator operator) throws CheckoutRefusal, StorageFault {
        DrawerOpener opener = drawer;
        try {
            if (opener != null) {
                opener.open();
            }
        } catch (StepFault e) {
            String why = PlainText.of(String.valueOf(e.getMessage()));
            JsonObject details = new JsonObject();
            details.addProperty("reason", why);
            journal.record(new Fact("DrawerFailed", 1, operator.name(), details));
            throw new CheckoutRefusal(Refusal.DRAWER_FAILED, why);
        }
    }

    @Override
    public void count(Operator operator, Counted counted) throws CheckoutRefusal, StorageFault {
        Till.require(operator, Permission.SELL);
        StoreSettings store = requireCounted(counted);
        transact(store, (tx, book, shift) -> {
            Shift open = required(shift);
            book.count(tx, counted.total().minor(), operator.name(), cash(tx, store) - open.before());
            return journal.append(tx, new Fact("ShiftCounted", 1, operator.name(), counted(open.number(), counted)));
        });
    }

    @Override
    public ShiftReport close(Operator operator, Optional<Operator> approver) throws CheckoutRefusal, StorageFault {
        Till.require(operator, Permission.SELL);
        StoreSettings store = settings();
        return transact(store, (tx, book, found) -> {
            Shift shift = required(found);
            if (shift.counted().isEmpty() || cash(tx, store) - shift.before() != shift.sales()) {
                throw new Refused(Refusal.SHIFT_NOT_COUNTED, shift.number());
            }
            ShiftReport report = report(shift, store);
            Optional<String> approved =
                    report.difference().isZero() ? Optional.empty() : approvedDifference(operator, approver, shift);
            book.close(tx);
            journal.append(tx, SaleFacts.approved(new Fact("ShiftClosed", 1, operator.name(), json(report)), approved));
            return report;
        });
    }

    /** Whoever counted, or whose shift it is, does not wave their own difference through. */
    private static Optional<String> approvedDifference(Operator operator, Optional<Operator> approver, Shift shift)
            throws Refused {
        try {
            Optional<String> name = new Authority(operator, approver).require(Permission.APPROVE_DIFFERENCE);
            String by = name.orElse(operator.name());
            if (by.equals(shift.countedBy()) || by.equals(shift.operator())) {
                throw new Refused(Refusal.OWN_APPROVAL, by);
            }
            return Optional.of(by);
        } catch (CheckoutRefusal e) {
            throw new Refused(e);
        }
    }

    private static ShiftReport report(Shift shift, StoreSettings store) {
        long counted = shift.counted().orElseThrow();
        return new ShiftReport(
                shift.number(),
                shift.operator(),
                money(shift.opening(), store),
                money(shift.paidIn(), store),
                money(shift.paidOut(), store),
                money(shift.dropped(), store),
                money(shift.sales(), store),
                money(shift.expected(), store),
                money(counted, store),
                money(counted - shift.expected(), store));
    }

    private static JsonObject json(ShiftReport report) {
        JsonObject details = shift(report.number());
        details.addProperty("opened", report.operator());
        details.addProperty("float", report.opening().minor());
        details.addProperty("paidIn", report.paidIn().minor());
        details.addProperty("paidOut", report.paidOut().minor());
        details.addProperty("dropped", report.dropped().minor());
        details.addProperty("sales", report.sales().minor());
        details.addProperty("expected", report.expected().minor());
        details.addProperty("counted", report.counted().minor());
        details.addProperty("difference", report.difference().minor());
        return details;
    }

    private static JsonObject counted(long number, Counted counted) {
        JsonObject details = shift(number);
        details.addProperty("amount", counted.total().minor());
        JsonObject pieces = new JsonObject();
        for (Map.Entry<Long, Long> each : new TreeMap<>(counted.pieces()).entrySet()) {
            pieces.addProperty(each.getKey().toString(), each.getValue());
        }
        details.add("pieces", pieces);
        return details;
    }

    private static JsonObject shift(long number) {
        JsonObject details = new JsonObject();
        details.addProperty("shift", number);
        return details;
    }

    private StoreSettings requireCounted(Counted counted) throws CheckoutRefusal, StorageFault {
        StoreSettings store = settings();
        Limits.currency(counted.total(), store.currency());
        Limits.counted(counted);
        return store;
    }

    /** What sales of any shift left in the drawer since the last Z. */
    private static long cash(Transaction tx, StoreSettings store) throws SQLException {
        return new RunningTotals(store.laneId()).tenders(tx).getOrDefault(TenderType.CASH, 0L);
    }

    private static Shift required(Optional<Shift> shift) throws Refused {
        return shift.orElseThrow(() -> new Refused(Refusal.NO_SHIFT));
    }

    private static Money money(long minor, StoreSettings store) {
        return Money.of(minor, store.currency());
    }

    private StoreSettings settings() throws CheckoutRefusal, StorageFault {
        database.open();
        try {
            return home.settings();
        } catch (HomeFault e) {
            throw new CheckoutRefusal(Refusal.STORE_UNREADABLE, e.getMessage());
        }
    }

    /** One step of a shift. */
    @FunctionalInterface
    private interface Step<T> {
        T in(Transaction tx, ShiftBook book, Optional<Shift> shift) throws SQLException, StorageFault;
    }

    private <T> T transact(StoreSettings store, Step<T> step) throws CheckoutRefusal, StorageFault {
        ShiftBook book = new ShiftBook(store.laneId());
        try {
            return database.transact(tx -> step.in(tx, book, book.find(tx)));
        } catch (Refused e) {
            throw e.refusal();
        }
    }

    /** Takes a refusal out of a transaction, which writes nothing then. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient CheckoutRefusal refusal;

        Refused(Refusal refusal, Object... facts) {
            this(new CheckoutRefusal(refusal, facts));
        }

        Refused(CheckoutRefusal refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        CheckoutRefusal refusal() {
            return refusal;
        }
    }
}
