package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.terminal.PaymentTerminal;
import org.sekisho.catalogue.Catalogue;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.CardTerminal;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.DrawerOpener;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.ReceiptPaper;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.SuspendedSale;
import org.sekisho.checkout.Training;
import org.sekisho.checkout.WaitingStep;
import org.sekisho.checkout.aftermath.Aftermath;
import org.sekisho.checkout.books.DayFigures;
import org.sekisho.checkout.books.LaneCounter;
import org.sekisho.checkout.books.RunningTotals;
import org.sekisho.checkout.payment.CardPayments;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.checkout.sale.Reckoner;
import org.sekisho.checkout.sale.TaxRates;
import org.sekisho.checkout.tax.TaxScheme;
import org.sekisho.customers.Customers;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

/** The till of this lane, made from the store's settings when it is first asked for something. */
@Component
public final class Till implements Checkout, Training {

    /** What was scanned within so long before a crash has to be scanned again. */
    private static final Duration KEPT_AFTER = Duration.ofMillis(20);

    private final Home home;
    private final StoreClock clock;
    private final Database database;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Executor soon;
    private @Nullable Lane lane;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<PriceRule> rules = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<AftermathStep> steps = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DrawerOpener drawer;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CardTerminal terminal;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ReceiptPaper paper;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Customers customers;

    private final ReentrantLock terminalTurn = new ReentrantLock(true);

    @Activate
    public Till(
            @Reference Home home,
            @Reference StoreClock clock,
            @Reference Database database,
            @Reference Journal journal,
            @Reference Catalogue catalogue) {
        this(home, clock, database, journal, catalogue, new Later(KEPT_AFTER));
    }

    /** @param soon writes open sales down */
    Till(Home home, StoreClock clock, Database database, Journal journal, Catalogue catalogue, Executor soon) {
        this.home = home;
        this.clock = clock;
        this.database = database;
        this.journal = journal;
        this.catalogue = catalogue;
        this.soon = soon;
    }

    @Deactivate
    public void stop() throws StorageFault {
        Lane open = opened();
        if (open != null) {
            open.shelf().stop();
            open.aftermath().stop();
        }
        if (soon instanceof Later later) {
            later.close();
        }
    }

    @Override
    public void makeReady() throws StorageFault {
        database.open();
        try {
            Lane ready = lane();
            ready.catalogue().makeReady();
            ready.aftermath().transact(tx -> {
                ready.counter().makeReady(tx);
                return ready;
            });
        } catch (CheckoutRefusal e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.getMessage(), e);
        }
    }

    @Override
    public OpenSale begin(Operator operator) throws CheckoutRefusal, StorageFault {
        require(operator, Permission.SELL);
        database.open();
        Lane open = lane();
        return new TillSale(open, reconciliation(open), operator, open.now());
    }

    @Override
    public OpenSale recall(Operator operator, String suspendedId) throws CheckoutRefusal, StorageFault {
        require(operator, Permission.SELL);
        database.open();
        Lane open = lane();
        Moment now = open.now();
        RungState before = open.shelf().recall(suspendedId, operator.name(), now.businessDate());
        return new TillSale(open, reconciliation(open), operator, now, before);
    }

    @Override
    public List<SuspendedSale> suspended() throws StorageFault {
        try {
            return lane().shelf().all();
        } catch (CheckoutRefusal e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.getMessage(), e);
        }
    }

    @Override
    public List<SuspendedSale> takeUpOpen() throws StorageFault {
        try {
            Lane open = lane();
            return open.shelf().takeUp(open.now().businessDate());
        } catch (CheckoutRefusal e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.getMessage(), e);
        }
    }

    @Override
    public Training.Session train(Operator operator) throws CheckoutRefusal, StorageFault {
        require(operator, Permission.SELL);
        database.open();
        return new TrainingRoom(lane(), operator, () -> paper);
    }

    @Override
    public Optional<ClosedSale> find(ReceiptNumber number) throws StorageFault {
        return new SaleArchive(database, journal, number.lane()).find(number);
    }

    @Override
    public void noSale(Operator operator, Optional<Operator> approver, String reason)
            throws CheckoutRefusal, StorageFault {
        Optional<String> approved = new Authority(operator, approver).require(Permission.NO_SALE);
        if (reason.isBlank() || reason.length() > Limits.REASON) {
            throw new CheckoutRefusal(Refusal.REASON_MISSING, Limits.REASON);
        }
        DrawerOpener opener = drawer;
        if (opener == null) {
            throw new CheckoutRefusal(Refusal.DRAWER_FAILED, "no drawer is set up");
        }
        Lane open = lane();
        Moment now = open.now();
        open.aftermath().transact(tx -> {
            open.totals().add(tx, now.businessDate(), DayFigures.noSale());
            Fact opened = new Fact("NoSale", 1, operator.name(), reason(PlainText.of(reason)));
            return journal.append(tx, SaleFacts.approved(opened, approved));
        });
        try {
            opener.open();
        } catch (StepFault e) {
            String why = PlainText.of(String.valueOf(e.getMessage()));
            journal.record(new Fact("DrawerFailed", 1, operator.name(), reason(why)));
            throw new CheckoutRefusal(Refusal.DRAWER_FAILED, why);
        }
    }

    @Override
    public int resume() throws StorageFault {
        try {
            Lane open = lane();
            reconciliation(open).settleUnlessBusy();
            return open.aftermath().resume();
        } catch (CheckoutRefusal e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.getMessage(), e);
        }
    }

    @Override
    public boolean awaitAftermath(Duration timeout) throws InterruptedException {
        Lane open = opened();
        return open == null || open.aftermath().await(timeout);
    }

    @Override
    public List<WaitingStep> waiting() {
        Lane open = opened();
        return open == null ? List.of() : open.aftermath().waiting();
    }

    private synchronized @Nullable Lane opened() {
        return lane;
    }

    private synchronized Lane lane() throws CheckoutRefusal, StorageFault {
        Lane open = lane;
        if (open == null) {
            open = open(settings());
            lane = open;
        }
        return open;
    }

    private Lane open(StoreSettings store) throws CheckoutRefusal {
        String name = store.laneId();
        SaleArchive archive = new SaleArchive(database, journal, name);
        return new Lane(
                store,
                clock,
                catalogue,
                new Reckoner(TaxScheme.of(store.tax()), new TaxRates(store.tax()), store.currency()),
                () -> rules,
                journal,
                new LaneCounter(name),
                new RunningTotals(name),
                archive,
                new SaleShelf(database, journal, archive, store.currency(), soon),
                new Aftermath(database, journal, name, () -> steps, archive),
                new CardPayments(journal, name, this::device),
                new CustomerDesk(() -> customers, store.pointsPer()));
    }

    private @Nullable PaymentTerminal device() {
        CardTerminal there = terminal;
        return there == null ? null : there.terminal();
    }

    private Reconciliation reconciliation(Lane open) {
        return new Reconciliation(open, database, terminalTurn);
    }

    @Override
    public List<Payment> openPayments() throws CheckoutRefusal, StorageFault {
        return reconciliation(lane()).open();
    }

    @Override
    public List<Payment> reconcile() throws CheckoutRefusal, StorageFault {
        return reconciliation(lane()).settleAll();
    }

    @Override
    public void settleByHand(Operator operator, UUID payment, Optional<String> reference, String reason)
            throws CheckoutRefusal, StorageFault {
        require(operator, Permission.SETTLE_PAYMENT);
        if (reason.isBlank() || reason.length() > Limits.REASON) {
            throw new CheckoutRefusal(Refusal.REASON_MISSING, Limits.REASON);
        }
        Limits.reference(reference);
        reconciliation(lane()).settleByHand(payment, reference.map(PlainText::of), reason, operator.name());
    }

    private StoreSettings settings() throws StorageFault {
        try {
            return home.settings();
        } catch (HomeFault e) {
            throw new StorageFault(
                    home.isInitialised() ? StorageFault.Kind.OTHER : StorageFault.Kind.NOT_INITIALISED,
                    e.getMessage(),
                    e);
        }
    }

    private static JsonObject reason(String reason) {
        JsonObject details = new JsonObject();
        details.addProperty("reason", reason);
        return details;
    }

    static void require(Operator operator, Permission permission) throws CheckoutRefusal {
        if (!operator.may(permission)) {
            throw new CheckoutRefusal(
                    Refusal.NOT_ALLOWED, operator.name(), permission.name().toLowerCase(Locale.ROOT));
        }
    }
}
