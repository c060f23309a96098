package org.sekisho.identity.account;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.api.identity.OneTimeCodeScheme;
import org.sekisho.api.identity.PasswordScheme;
import org.sekisho.identity.Operator;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Operators;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Role;
import org.sekisho.identity.Sentence;
import org.sekisho.identity.SignOn;
import org.sekisho.identity.password.Profile;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.StoreClock;

/** Operators in the register's database, under the profile that store.json names. */
@Component
public final class OperatorAccounts implements Operators {

    private final Database database;
    private final Journal journal;
    private final StoreClock clock;
    private final StoreProfile store;
    private final SignOnDesk signOn;
    private final PasswordDesk passwords;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OneTimeCodeScheme codes;

    @Activate
    public OperatorAccounts(
            @Reference Database database,
            @Reference Journal journal,
            @Reference PasswordScheme scheme,
            @Reference Secrets secrets,
            @Reference Home home,
            @Reference StoreClock clock) {
        this(database, journal, scheme, secrets, home, clock, SteadyTime.OF_THE_MACHINE, AnswerTime.PASSWORD_GRAIN);
    }

    OperatorAccounts(
            Database database,
            Journal journal,
            PasswordScheme scheme,
            Secrets secrets,
            Home home,
            StoreClock clock,
            SteadyTime time,
            Duration grain) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.store = new StoreProfile(home);
        this.signOn = new SignOnDesk(
                database, journal, scheme, new SecondFactor(database, secrets, () -> codes), clock, time, grain);
        this.passwords = new PasswordDesk(database, journal, scheme, clock, store);
    }

    @Override
    public SignOn signOn(String name, char[] password, char[] code) throws StorageFault {
        return signOn.signOn(name, password, code, store.profile());
    }

    @Override
    public SignOn confirm(String name, char[] password) throws StorageFault {
        return signOn.confirm(name, password, store.profile());
    }

    @Override
    public PasswordResult addWithOneTimePassword(String name, Role role, String by) throws StorageFault {
        Optional<String> known = OperatorName.normalise(name);
        return known.isEmpty() ? invalidName() : passwords.addWithOneTimePassword(known.get(), role, by);
    }

    @Override
    public PasswordResult add(String name, Role role, char[] password, String by) throws StorageFault {
        Optional<String> known = OperatorName.normalise(name);
        return known.isEmpty() ? invalidName() : passwords.add(known.get(), role, password, by);
    }

    @Override
    public PasswordResult changePassword(String name, char[] password, String by) throws StorageFault {
        Optional<String> known = OperatorName.normalise(name);
        return known.isEmpty() ? invalidName() : passwords.change(known.get(), password, by);
    }

    @Override
    public OperatorChange retire(String name, String by) throws StorageFault {
        String known = OperatorName.normalise(name).orElse(name);
        return database.transact(tx -> retire(tx, known, by));
    }

    @Override
    public OperatorChange changeRole(String name, Role role, String by) throws StorageFault {
        String known = OperatorName.normalise(name).orElse(name);
        return database.transact(tx -> changeRole(tx, known, role, by));
    }

    @Override
    public List<Sentence> passwordRules() throws StorageFault {
        return store.profile().sentences();
    }

    @Override
    public String passwordProfile() throws StorageFault {
        return store.profile().word();
    }

    @Override
    public List<Operator> list() throws StorageFault {
        Profile profile = store.profile();
        Instant now = clock.now();
        return database.read(Accounts::all).stream()
                .map(account -> account.operator(profile, now))
                .toList();
    }

    private OperatorChange retire(Transaction tx, String name, String by) throws SQLException, StorageFault {
        Optional<OperatorChange> refused = whyNot(tx, name, Optional.empty());
        if (refused.isPresent()) {
            return refused.get();
        }
        Accounts.retire(tx, name);
        AccountPin.takeAway(tx, name);
        AccountCode.takeAway(tx, name);
        journal.append(tx, Facts.operatorRetired(name, by));
        return new OperatorChange.Made();
    }

    private OperatorChange changeRole(Transaction tx, String name, Role role, String by)
            throws SQLException, StorageFault {
        Optional<OperatorChange> refused = whyNot(tx, name, Optional.of(role));
        if (refused.isPresent()) {
            return refused.get();
        }
        Role before = Accounts.find(tx, name).orElseThrow().role();
        if (before != role) {
            Accounts.setRole(tx, name, role);
            journal.append(tx, Facts.roleChanged(name, before, role, by));
        }
        return new OperatorChange.Made();
    }

    /** Nobody who is not there is changed, and the last manager neither leaves nor becomes anything else. */
    private static Optional<OperatorChange> whyNot(Transaction tx, String name, Optional<Role> becomes)
            throws SQLException {
        Accounts.hold(tx);
        Optional<Account> account = Accounts.find(tx, name).filter(there -> !there.retired());
        if (account.isEmpty()) {
            return Optional.of(new OperatorChange.Refused(new Sentence("operator.unknown", name)));
        }
        boolean managesNoMore = account.get().manages() && !(becomes.isPresent() && manages(tx, becomes.get()));
        return managesNoMore && Accounts.activeManagers(tx) == 1
                ? Optional.of(new OperatorChange.Refused(new Sentence("operator.last-manager", name)))
                : Optional.empty();
    }

    private static boolean manages(Transaction tx, Role role) throws SQLException {
        return RightsTable.of(tx, role).permissions().contains(Permission.KEEP_USERS);
    }

    private static PasswordResult invalidName() {
        return new PasswordResult.Refused(List.of(new Sentence("operator.name-invalid")));
    }
}
