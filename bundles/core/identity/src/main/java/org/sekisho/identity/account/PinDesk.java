package org.sekisho.identity.account;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.identity.PinScheme;
import org.sekisho.identity.Operator;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Pins;
import org.sekisho.identity.Sentence;
import org.sekisho.identity.SignOn;
import org.sekisho.identity.password.PinRule;
import org.sekisho.identity.password.Profile;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.StoreClock;

/** PINs in the register's database, one try after another; refusals are answered at whole grains of time, as those of passwords are. */
@Component
public final class PinDesk implements Pins {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Database database;
    private final Journal journal;
    private final PinScheme scheme;
    private final StoreClock clock;
    private final StoreProfile store;
    private final Pepper pepper;
    private final FailureLog failures;
    private final Locks locks;
    private final AnswerTime answerTime;

    @Activate
    public PinDesk(
            @Reference Database database,
            @Reference Journal journal,
            @Reference PinScheme scheme,
            @Reference Secrets secrets,
            @Reference Home home,
            @Reference StoreClock clock) {
        this(database, journal, scheme, secrets, home, clock, SteadyTime.OF_THE_MACHINE, AnswerTime.PIN_GRAIN);
    }

    PinDesk(
            Database database,
            Journal journal,
            PinScheme scheme,
            Secrets secrets,
            Home home,
            StoreClock clock,
            SteadyTime time,
            Duration grain) {
        this.database = database;
        this.journal = journal;
        this.scheme = scheme;
        this.clock = clock;
        this.store = new StoreProfile(home);
        this.pepper = new Pepper(database, secrets);
        this.failures = new FailureLog(journal);
        this.locks = new Locks(time);
        this.answerTime = new AnswerTime(time, grain);
    }

    @Override
    public SignOn signOn(String typedName, char[] pin) throws StorageFault {
        return answerTime.of(turn, () -> answer(typedName, pin));
    }

    private SignOn answer(String typedName, char[] pin) throws StorageFault {
        Profile profile = store.profile();
        Instant now = clock.now();
        Optional<Found> found = find(typedName);
        if (found.isEmpty() || !mayUse(found.get(), profile, now)) {
            scheme.hash(pin, pepper.get());
            failures.note(found.map(there -> there.account().name()), FailureReason.NO_PIN, now);
            return refused();
        }
        return compare(found.get(), pin, found.get().account().operator(profile, now));
    }

    private Optional<Found> find(String typedName) throws StorageFault {
        Optional<String> name = OperatorName.normalise(typedName);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return database.read(tx -> {
            Optional<Account> account = Accounts.find(tx, name.get());
            return account.isEmpty()
                    ? Optional.<Found>empty()
                    : Optional.of(new Found(account.get(), AccountPin.find(tx, name.get())));
        });
    }

    private boolean mayUse(Found found, Profile profile, Instant now) {
        Operator operator = found.account().operator(profile, now);
        return !operator.retired()
                && !operator.mustChangePassword()
                && !locks.holds(found.account(), now, profile.lock())
                && found.pin().map(AccountPin::isUsable).orElse(false);
    }

    private SignOn compare(Found found, char[] pin, Operator operator) throws StorageFault {
        AccountPin kept = found.pin().orElseThrow();
        if (!scheme.verify(pin, kept.stored(), pepper.get())) {
            database.transact(tx -> countWrongPin(tx, operator.name()));
            return refused();
        }
        boolean welcome = database.transact(tx -> {
            boolean unchanged = kept.welcome(tx);
            if (unchanged) {
                journal.append(tx, Facts.signedOnByPin(operator.name()));
            }
            return unchanged;
        });
        return welcome ? new SignOn.Accepted(operator) : refused();
    }

    private int countWrongPin(Transaction tx, String name) throws SQLException, StorageFault {
        int count = AccountPin.countFailure(tx, name);
        journal.append(tx, Facts.signInFailed(Optional.of(name), FailureReason.WRONG_PIN, 0));
        if (count == TRIES) {
            journal.append(tx, Facts.pinLocked(name, count));
        }
        return count;
    }

    @Override
    public PasswordResult set(String typedName, char[] pin) throws StorageFault {
        List<Sentence> broken = PinRule.broken(pin);
        if (!broken.isEmpty()) {
            return new PasswordResult.Refused(broken);
        }
        String name = OperatorName.normalise(typedName).orElse(typedName);
        String stored = scheme.hash(pin, pepper.get());
        return database.transact(tx -> {
            if (Accounts.find(tx, name).filter(account -> !account.retired()).isEmpty()) {
                return new PasswordResult.Refused(List.of(new Sentence("operator.unknown", name)));
            }
            AccountPin.set(tx, name, stored);
            journal.append(tx, Facts.pinChanged(name));
            return new PasswordResult.Set();
        });
    }

    private static SignOn refused() {
        return new SignOn.Refused(new Sentence("pin.refused", Integer.toString(TRIES)));
    }

    private record Found(Account account, Optional<AccountPin> pin) {}
}
