package org.sekisho.identity.account;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sekisho.api.identity.PasswordScheme;
import org.sekisho.identity.Sentence;
import org.sekisho.identity.SignOn;
import org.sekisho.identity.password.Profile;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.StoreClock;

/**
 * Signs people on, one after another: so tries are counted before the next one begins, and guessing costs the till one core and the
 * memory of one hash at most.
 */
final class SignOnDesk {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Database database;
    private final Journal journal;
    private final PasswordScheme scheme;
    private final StoreClock clock;
    private final FailureLog failures;
    private final AnswerTime answerTime;
    private final Locks locks;

    /** @param grain refusals are answered at whole multiples of it */
    SignOnDesk(
            Database database,
            Journal journal,
            PasswordScheme scheme,
            StoreClock clock,
            SteadyTime time,
            Duration grain) {
        this.database = database;
        this.journal = journal;
        this.scheme = scheme;
        this.clock = clock;
        this.failures = new FailureLog(journal);
        this.answerTime = new AnswerTime(time, grain);
        this.locks = new Locks(time);
    }

    SignOn signOn(String typedName, char[] password, Profile profile) throws StorageFault {
        return answerTime.of(turn, () -> answer(typedName, password, profile));
    }

    private SignOn answer(String typedName, char[] password, Profile profile) throws StorageFault {
        Optional<Account> account = find(typedName);
        Optional<FailureReason> closed = whyClosed(account, profile);
        if (closed.isPresent()) {
            scheme.hash(password); // as dear as the comparison
            failures.note(account.map(Account::name), closed.get(), clock.now());
            return refused(profile);
        }
        return compare(account.orElseThrow(), password, profile);
    }

    private Optional<Account> find(String typedName) throws StorageFault {
        Optional<String> name = OperatorName.normalise(typedName);
        return name.isEmpty() ? Optional.empty() : database.read(tx -> Accounts.find(tx, name.get()));
    }

    private Optional<FailureReason> whyClosed(Optional<Account> account, Profile profile) {
        if (account.isEmpty()) {
            return Optional.of(FailureReason.UNKNOWN_NAME);
        }
        if (account.get().retired()) {
            return Optional.of(FailureReason.RETIRED);
        }
        boolean locked = locks.holds(account.get(), clock.now(), profile.lock());
        return locked ? Optional.of(FailureReason.LOCKED) : Optional.empty();
    }

    private SignOn compare(Account account, char[] password, Profile profile) throws StorageFault {
        if (!scheme.verify(password, account.stored())) {
            database.transact(tx -> countWrongPassword(tx, account, profile));
            return refused(profile);
        }
        String stored = scheme.isOutdated(account.stored()) ? scheme.hash(password) : account.stored();
        boolean welcome = database.transact(tx -> {
            boolean unchanged = Accounts.welcome(tx, account, stored);
            if (unchanged) {
                AccountPin.forgetFailures(tx, account.name());
                journal.append(tx, Facts.signedOn(account.name()));
            }
            return unchanged;
        });
        return welcome ? new SignOn.Accepted(account.operator(profile, clock.now())) : refused(profile);
    }

    private boolean countWrongPassword(Transaction tx, Account account, Profile profile)
            throws SQLException, StorageFault {
        int count = Accounts.countFailure(tx, account.name());
        journal.append(tx, Facts.signInFailed(Optional.of(account.name()), FailureReason.WRONG_PASSWORD, 0));
        boolean enough = count >= profile.tries();
        if (enough) {
            Instant until = clock.now().plus(profile.lock());
            Accounts.lock(tx, account.name(), until);
            tx.afterCommit(() -> locks.made(account.name(), until));
            journal.append(tx, Facts.operatorLocked(account.name(), count, until));
        }
        return enough;
    }

    private static SignOn refused(Profile profile) {
        return new SignOn.Refused(new Sentence(
                "signon.refused",
                Integer.toString(profile.tries()),
                Long.toString(profile.lock().toMinutes())));
    }
}
