package org.sekisho.checkout.till;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.books.CheckoutSchema;
import org.sekisho.customers.keep.CustomerSchema;
import org.sekisho.customers.keep.ShopCustomers;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;
import org.sekisho.journal.chain.JournalSchema;
import org.sekisho.journal.chain.LaneJournal;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.journal.fixture.HandClock;
import org.sekisho.journal.fixture.MemoryDatabase;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.StoreSettings;
import org.sekisho.store.TaxSettings;

/** A Japanese shop with one lane, whose till can be stopped, killed and started again over the same database. */
final class Shop implements AutoCloseable {

    static final Operator CASHIER = new Operator("hanako", Role.CASHIER, false, false);
    static final Operator SUPERVISOR = new Operator("jiro", Role.SUPERVISOR, false, false);
    static final Operator MANAGER = new Operator("kimiko", Role.MANAGER, false, false);
    private static final Duration LONG = Duration.ofSeconds(20);

    final HandClock clock = new HandClock("2026-04-01T01:23:45.678Z");
    final RecordedStep printer = RecordedStep.receipt();
    final RecordedStep drawer = RecordedStep.drawer();
    FaultyDatabase database;
    LaneJournal journal;
    DayReports reports;
    DrawerCash desk;
    CopyDesk copies;
    Till till;
    final ScriptedTerminal terminal = new ScriptedTerminal();
    /** Carries out what no scan waits for: here at once. */
    Executor soon = Runnable::run;

    private final MemoryDatabase memory;
    private FixedHome home;

    Shop() {
        this(FixedHome.japanese());
    }

    Shop(FixedHome home) {
        this(home, memory());
    }

    private static MemoryDatabase memory() {
        try {
            return new MemoryDatabase(new CheckoutSchema(), new JournalSchema(), new CustomerSchema());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Shop(FixedHome home, MemoryDatabase memory) {
        this.memory = memory;
        this.home = home;
        database = new FaultyDatabase(memory);
        journal = new LaneJournal(database, home, clock);
        reports = new DayReports(home, clock, database, journal);
        desk = new DrawerCash(home, database, journal);
        copies = new CopyDesk(database, journal);
        till = startedTill();
    }

    /** Another lane over the same database. */
    Shop lane(String name) {
        StoreSettings s = home.settings();
        return new Shop(
                new FixedHome(new StoreSettings(
                        s.currency(),
                        s.tax(),
                        s.storeId(),
                        name,
                        s.timeZone(),
                        s.businessDayStarts(),
                        s.country(),
                        s.database(),
                        s.signOnProfile(),
                        s.drawerPassword(),
                        s.issuer(),
                        s.language(),
                        s.inStoreCodes(),
                        s.pointsPer())),
                memory);
    }

    /** A Japanese shop that reckons tax otherwise. */
    static FixedHome home(TaxSettings tax) {
        StoreSettings s = FixedHome.japanese().settings();
        return new FixedHome(new StoreSettings(
                s.currency(),
                tax,
                s.storeId(),
                s.laneId(),
                s.timeZone(),
                s.businessDayStarts(),
                s.country(),
                s.database(),
                s.signOnProfile(),
                s.drawerPassword(),
                s.issuer(),
                s.language(),
                s.inStoreCodes(),
                s.pointsPer()));
    }

    /** A Japanese shop that gives a point for each full sum of that many yen. */
    static FixedHome withPoints(int per) {
        StoreSettings s = FixedHome.japanese().settings();
        return new FixedHome(new StoreSettings(
                s.currency(),
                s.tax(),
                s.storeId(),
                s.laneId(),
                s.timeZone(),
                s.businessDayStarts(),
                s.country(),
                s.database(),
                s.signOnProfile(),
                s.drawerPassword(),
                s.issuer(),
                s.language(),
                s.inStoreCodes(),
                per));
    }

    ShopCustomers customers() {
        return new ShopCustomers(database, journal, new PlainSecrets());
    }

    /** Stands for the vault. */
    private static final class PlainSecrets implements Secrets {

        @Override
        public byte[] seal(byte[] secret, String purpose) {
            return secret.clone();
        }

        @Override
        public byte[] open(byte[] sealed, String purpose) {
            return sealed.clone();
        }
    }

    /** From the next start on it reckons tax otherwise. */
    void startAgain(TaxSettings tax) {
        home = home(tax);
        startAgain();
    }

    private Till startedTill() {
        Till started = new Till(home, clock, database, journal, new Shelf(), work -> soon.execute(work));
        started.steps = List.of(printer, drawer);
        started.terminal = () -> terminal;
        started.customers = customers();
        return started;
    }

    /** As after a power cut: whatever the old till still does, nothing of it is kept. */
    void killAndStartAgain() {
        database.dead = true;
        startAgain();
    }

    void startAgain() {
        database = new FaultyDatabase(memory);
        journal = new LaneJournal(database, home, clock);
        reports = new DayReports(home, clock, database, journal);
        desk = new DrawerCash(home, database, journal);
        copies = new CopyDesk(database, journal);
        till = startedTill();
    }

    void rules(PriceRule... rules) {
        till.rules = List.of(rules);
    }

    void steps(AftermathStep... steps) {
        till.steps = List.of(steps);
    }

    ShopVouchers vouchers() {
        return new ShopVouchers(home, database, journal);
    }

    OpenSale begin(Operator operator) throws Exception {
        return till.begin(operator);
    }

    /** Sells that, paid to the yen. */
    ClosedSale sell(String... codes) throws Exception {
        OpenSale sale = begin(CASHIER);
        for (String code : codes) {
            scan(sale, code);
        }
        return sale.tenderCash(sale.totals().due()).orElseThrow();
    }

    static void scan(OpenSale sale, String code) throws CheckoutRefusal, StorageFault {
        sale.add(code, Quantity.ONE, Optional.empty(), Optional.empty());
    }

    static void pieces(OpenSale sale, int count, String code) throws CheckoutRefusal, StorageFault {
        sale.add(code, Quantity.pieces(count), Optional.of(Unit.PIECE), Optional.empty());
    }

    static void weigh(OpenSale sale, String kilograms, String code) throws CheckoutRefusal, StorageFault {
        sale.add(code, Quantity.parse(kilograms), Optional.of(Unit.KG), Optional.empty());
    }

    static Money yen(long amount) {
        return Money.of(amount, Shelf.YEN);
    }

    void settle() throws InterruptedException {
        if (!till.awaitAftermath(LONG)) {
            throw new AssertionError("what follows the sales did not end");
        }
    }

    List<Entry> entries() throws StorageFault, IOException {
        StringWriter lines = new StringWriter();
        journal.export(lines);
        return lines.toString().lines().map(EntryFormat::read).toList();
    }

    List<Entry> entries(String type) throws StorageFault, IOException {
        return entries().stream().filter(entry -> entry.type().equals(type)).toList();
    }

    List<String> types() throws StorageFault, IOException {
        return new ArrayList<>(entries().stream().map(Entry::type).toList());
    }

    @Override
    public void close() throws SQLException, StorageFault {
        till.stop();
        memory.close();
    }
}
