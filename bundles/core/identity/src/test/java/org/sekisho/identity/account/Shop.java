package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.identity.OneTimeCodeScheme;
import org.sekisho.api.identity.PasswordScheme;
import org.sekisho.api.identity.PinScheme;
import org.sekisho.identity.OneTimeCodes;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Operators;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Pins;
import org.sekisho.identity.Role;
import org.sekisho.identity.RoleRights;
import org.sekisho.identity.SignOn;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.journal.Verification;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

/** A shop with operators over a database in memory, a clock that is set by hand, and a quick password scheme. */
final class Shop {

    static final String MANAGERS = "Kx7!mQp2#vRt";
    static final String CASHIERS = "Wz4%nTb8&hLd";

    final List<Fact> journalled = new ArrayList<>();
    final CountingScheme scheme = new CountingScheme();
    final MemoryDatabase database;
    final Operators operators;
    final Pins pins;
    final CodeDesk codes;

    private final OperatorAccounts accounts;
    final RoleRights rights;

    Instant now = Instant.parse("2026-04-01T00:00:00Z");
    Duration running = Duration.ZERO;
    final List<Duration> answeredAt = new ArrayList<>();

    Shop(String profile) {
        this(profile, new MemoryDatabase(new AccountSchema()));
    }

    private Shop(String profile, MemoryDatabase database) {
        this.database = database;
        accounts = operators(profile, new RunningTime(), AnswerTime.PASSWORD_GRAIN);
        operators = accounts;
        pins = pins(profile, new RunningTime(), AnswerTime.PIN_GRAIN);
        codes = codes(profile);
        rights = new ShopRights(database, new ListJournal());
    }

    /** Runs on the machine's time. */
    Shop(Duration grain) {
        database = new MemoryDatabase(new AccountSchema());
        accounts = operators("source-jp", SteadyTime.OF_THE_MACHINE, grain);
        operators = accounts;
        pins = pins("source-jp", SteadyTime.OF_THE_MACHINE, grain);
        codes = codes("source-jp");
        rights = new ShopRights(database, new ListJournal());
    }

    private CodeDesk codes(String profile) {
        CodeDesk desk =
                new CodeDesk(database, new ListJournal(), new PlainSecrets(), new OneHome(profile), new SetClock());
        plugIn(desk, new PlainCodes());
        return desk;
    }

    private void plugIn(CodeDesk desk, @Nullable OneTimeCodeScheme scheme) {
        desk.scheme = scheme;
        accounts.codes = scheme;
    }

    /** The register goes on without the plugin that makes and checks codes. */
    Shop withoutCodes() {
        plugIn(codes, null);
        return this;
    }

    private OperatorAccounts operators(String profile, SteadyTime time, Duration grain) {
        return new OperatorAccounts(
                database,
                new ListJournal(),
                scheme,
                new PlainSecrets(),
                new OneHome(profile),
                new SetClock(),
                time,
                grain);
    }

    private Pins pins(String profile, SteadyTime time, Duration grain) {
        return new PinDesk(
                database,
                new ListJournal(),
                new PlainPins(),
                new PlainSecrets(),
                new OneHome(profile),
                new SetClock(),
                time,
                grain);
    }

    /** Another register on the same database: a lane beside this one, or this one started anew. */
    Shop another() {
        Shop other = new Shop("source-jp", database);
        other.now = now;
        return other;
    }

    /** The clock and the running time go on together. */
    void pass(Duration time) {
        now = now.plus(time);
        running = running.plus(time);
    }

    static Shop openWithManagerAndCashier() throws StorageFault {
        Shop shop = new Shop("source-jp");
        shop.add("manager", Role.MANAGER, MANAGERS);
        shop.add("hanako", Role.CASHIER, CASHIERS);
        shop.journalled.clear();
        return shop;
    }

    PasswordResult add(String name, Role role, String password) throws StorageFault {
        return operators.add(name, role, password.toCharArray(), "manager");
    }

    PasswordResult change(String name, String password) throws StorageFault {
        return operators.changePassword(name, password.toCharArray(), name);
    }

    SignOn signOn(String name, String password) throws StorageFault {
        return signOn(name, password, "");
    }

    SignOn signOn(String name, String password, String code) throws StorageFault {
        return operators.signOn(name, password.toCharArray(), code.toCharArray());
    }

    /** A phone that was shown the secret. */
    Phone phone(OneTimeCodes.Enrolment enrolment) {
        return new Phone(enrolment.typed()[0] - 'A');
    }

    /** Gives somebody a secret and confirms it by the code of now; what their phone knows of it from then on. */
    Phone enrol(String name) throws StorageFault {
        try (OneTimeCodes.Enrolment enrolment = codes.begin(name)) {
            Phone phone = phone(enrolment);
            assertThat(enrolment.confirm(phone.code().toCharArray())).isInstanceOf(OperatorChange.Made.class);
            return phone;
        }
    }

    PasswordResult setPin(String name, String pin) throws StorageFault {
        return pins.set(name, pin.toCharArray());
    }

    SignOn byPin(String name, String pin) throws StorageFault {
        return pins.signOn(name, pin.toCharArray());
    }

    List<String> journalledTypes() {
        return journalled.stream().map(Fact::type).toList();
    }

    /** Stores reversed text; says which stored forms are old. */
    static final class CountingScheme implements PasswordScheme {

        String version = "v1:";
        int computations;
        Runnable takes = () -> {};

        @Override
        public String hash(char[] password) {
            computations++;
            takes.run();
            return version + new StringBuilder(new String(password)).reverse();
        }

        @Override
        public boolean verify(char[] password, String stored) {
            computations++;
            takes.run();
            return stored.substring(3).contentEquals(new StringBuilder(new String(password)).reverse());
        }

        @Override
        public boolean isOutdated(String stored) {
            return !stored.startsWith(version);
        }
    }

    /** Keeps the PIN behind the pepper, readably. */
    private static final class PlainPins implements PinScheme {

        @Override
        public String hash(char[] pin, byte[] pepper) {
            return HexFormat.of().formatHex(pepper) + new String(pin);
        }

        @Override
        public boolean verify(char[] pin, String stored, byte[] pepper) {
            return stored.equals(hash(pin, pepper));
        }
    }

    /** Shows the codes of one secret by the right time, whatever the register's clock says. */
    final class Phone {

        private final int secret;

        Phone(int secret) {
            this.secret = secret;
        }

        String code() {
            return code(Duration.ZERO);
        }

        /** Of a phone whose clock is ahead of the register's. */
        String code(Duration ahead) {
            return PlainCodes.code(secret, PlainCodes.step(now.plus(ahead)));
        }
    }

    /** A secret is twenty times one letter; its codes are that letter's number and the step. */
    private static final class PlainCodes implements OneTimeCodeScheme {

        private static final AtomicInteger MADE = new AtomicInteger();

        static long step(Instant now) {
            return now.getEpochSecond() / 30;
        }

        static String code(int secret, long step) {
            return secret + "-" + step;
        }

        @Override
        public byte[] newSecret() {
            byte[] secret = new byte[20];
            Arrays.fill(secret, (byte) (1 + MADE.getAndIncrement() % 25));
            return secret;
        }

        @Override
        public OptionalLong stepOf(char[] code, byte[] secret, Instant now) {
            return LongStream.rangeClosed(step(now) - 1, step(now) + 1)
                    .filter(step -> code(secret[0], step).contentEquals(CharBuffer.wrap(code)))
                    .max();
        }

        @Override
        public char[] typed(byte[] secret) {
            return new char[] {(char) ('A' + secret[0])};
        }

        @Override
        public char[] uri(byte[] secret, String issuer, String operator) {
            return (issuer + "/" + operator + "/" + (char) ('A' + secret[0])).toCharArray();
        }
    }

    /** Seals nothing but its purpose. */
    private static final class PlainSecrets implements Secrets {

        @Override
        public byte[] seal(byte[] secret, String purpose) {
            return (purpose + HexFormat.of().formatHex(secret)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] open(byte[] sealed, String purpose) throws StorageFault {
            if (!new String(sealed, StandardCharsets.UTF_8).startsWith(purpose)) {
                throw new StorageFault(StorageFault.Kind.DAMAGED, "sealed for something else");
            }
            return HexFormat.of().parseHex(new String(sealed, StandardCharsets.UTF_8).substring(purpose.length()));
        }
    }

    private final class RunningTime implements SteadyTime {

        @Override
        public long nanos() {
            return running.toNanos();
        }

        @Override
        public void waitUntil(long nanos) {
            answeredAt.add(Duration.ofNanos(nanos));
        }
    }

    private final class SetClock implements StoreClock {

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public LocalDate businessDate(Instant at) {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }

    private final class ListJournal implements Journal {

        @Override
        public Entry append(Transaction tx, Fact fact) {
            tx.afterCommit(() -> journalled.add(fact));
            return new Entry(1, "1", now, fact.type(), new JsonObject(), "", "");
        }

        @Override
        public Entry record(Fact fact) throws StorageFault {
            return database.transact(tx -> append(tx, fact));
        }

        @Override
        public Optional<Entry> find(String lane, long seq) {
            return Optional.empty();
        }

        @Override
        public void export(Appendable out) {}

        @Override
        public Verification verify(List<Anchor> anchors) {
            return new Verification.Whole(0, Map.of());
        }

        @Override
        public List<Anchor> heads() {
            return List.of();
        }
    }

    private record OneHome(String profile) implements Home {

        @Override
        public Path folder() {
            return Path.of("home");
        }

        @Override
        public boolean isInitialised() {
            return true;
        }

        @Override
        public StoreSettings settings() {
            StoreSettings usual = StoreSettings.ofJapaneseShop(new Issuer("Marufuku 食品店", ""));
            return new StoreSettings(
                    usual.currency(),
                    usual.tax(),
                    usual.storeId(),
                    usual.laneId(),
                    usual.timeZone(),
                    usual.businessDayStarts(),
                    usual.country(),
                    usual.database(),
                    profile,
                    usual.drawerPassword(),
                    usual.issuer(),
                    usual.language(),
                    usual.inStoreCodes(),
                    usual.pointsPer());
        }

        @Override
        public StoreSettings parse(String storeJson) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void create(StoreSettings settings) {
            throw new UnsupportedOperationException();
        }
    }
}
