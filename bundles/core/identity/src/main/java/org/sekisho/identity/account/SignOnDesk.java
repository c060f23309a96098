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
import org.sekisho.journal.Fact;
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
    private final SecondFactor secondFactor;
    private final StoreClock clock;
    private final FailureLog failures;
    private final AnswerTime answerTime;
    private final Locks locks;

    /** @param grain refusals are answered at whole multiples of it */
    SignOnDesk(
            Database database,
            Journal journal,
            PasswordScheme scheme,
            SecondFactor secondFactor,
            StoreClock clock,
            SteadyTime time,
            Duration grain) {
        this.database = database;
        this.journal = journal;
        this.scheme = scheme;
        this.secondFactor = secondFactor;
        this.clock = clock;
        this.failures = new FailureLog(journal);
        this.answerTime = new AnswerTime(time, grain);
        this.locks = new Locks(time);
    }

    SignOn signOn(String typedName, char[] password, char[] code, Profile profile) throws StorageFault {
        return answerTime.of(
                turn,
                () -> answer(typedName, password, profile, account -> weighCode(account, password, code, profile)));
    }

    /** The password alone, of somebody who is signed on. */
    SignOn confirm(String typedName, char[] password, Profile profile) throws StorageFault {
        return answerTime.of(
                turn,
                () -> answer(typedName, password, profile, account -> {
                    database.transact(tx -> {
                        AccountPin.forgetFailures(tx, account.name());
                        return account;
                    });
                    return new SignOn.Accepted(account.operator(profile, clock.now()));
                }));
    }

    /** @param next what follows a right password */
    private SignOn answer(String typedName, char[] password, Profile profile, Next next) throws StorageFault {
        Optional<Account> account = find(typedName);
        Optional<FailureReason> closed = whyClosed(account, profile);
        if (closed.isPresent()) {
            scheme.verify(password, account.isPresent() ? account.get().stored() : somebodys(password));
            failures.note(account.map(Account::name), closed.get(), clock.now());
            return refused(profile);
        }
        return compare(account.orElseThrow(), password, profile, next);
    }

    private Optional<Account> find(String typedName) throws StorageFault {
        Optional<String> name = OperatorName.normalise(typedName);
        return name.isEmpty() ? Optional.empty() : database.read(tx -> Accounts.find(tx, name.get()));
    }

    /** What a name that is not there is compared with, as dearly as one that is; the answer counts for nothing. */
    private String somebodys(char[] password) throws StorageFault {
        return database.read(Accounts::anyStored).orElseGet(() -> scheme.hash(password));
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

    private SignOn compare(Account account, char[] password, Profile profile, Next next) throws StorageFault {
        if (!scheme.verify(password, account.stored())) {
            return count(account, FailureReason.WRONG_PASSWORD, profile, refused(profile));
        }
        return next.after(account);
    }

    private SignOn weighCode(Account account, char[] password, char[] code, Profile profile) throws StorageFault {
        String name = account.name();
        SecondFactor.Judgement judged = secondFactor.judge(name, code, clock.now());
        return switch (judged.verdict()) {
            case NOT_ASKED -> welcome(account, password, profile, tx -> true, Facts.signedOn(name));
            case NEEDED -> new SignOn.CodeNeeded(new Sentence("code.needed", name));
            case WRONG -> count(account, FailureReason.WRONG_CODE, profile, codeRefused(profile));
            case RIGHT ->
                welcome(
                        account,
                        password,
                        profile,
                        tx -> AccountCode.use(tx, name, judged.step()),
                        Facts.signedOnByCode(name));
            case UNCHECKED -> {
                failures.note(Optional.of(name), FailureReason.UNCHECKED_CODE, clock.now());
                yield new SignOn.Refused(new Sentence("code.unchecked", name));
            }
        };
    }

    /** @param once uses up what counts once; false where that was done before */
    private SignOn welcome(Account account, char[] password, Profile profile, Database.Work<Boolean> once, Fact fact)
            throws StorageFault {
        String stored = scheme.isOutdated(account.stored()) ? scheme.hash(password) : account.stored();
        return database.transact(tx -> {
            if (!once.in(tx)) {
                countFailure(tx, account, FailureReason.USED_CODE, profile);
                return codeRefused(profile);
            }
            if (!Accounts.welcome(tx, account, stored)) {
                return refused(profile);
            }
            AccountPin.forgetFailures(tx, account.name());
            journal.append(tx, fact);
            return new SignOn.Accepted(account.operator(profile, clock.now()));
        });
    }

    private SignOn count(Account account, FailureReason reason, Profile profile, SignOn answer) throws StorageFault {
        return database.transact(tx -> {
            countFailure(tx, account, reason, profile);
            return answer;
        });
    }

    private void countFailure(Transaction tx, Account account, FailureReason reason, Profile profile)
            throws SQLException, StorageFault {
        int count = Accounts.countFailure(tx, account.name());
        journal.append(tx, Facts.signInFailed(Optional.of(account.name()), reason, 0));
        if (count >= profile.tries()) {
            Instant until = clock.now().plus(profile.lock());
            Accounts.lock(tx, account.name(), until);
            tx.afterCommit(() -> locks.made(account.name(), until));
            journal.append(tx, Facts.operatorLocked(account.name(), count, until));
        }
    }

    private static SignOn refused(Profile profile) {
        return new SignOn.Refused(new Sentence(
                "signon.refused",
                Integer.toString(profile.tries()),
                Long.toString(profile.lock().toMinutes())));
    }

    private static SignOn codeRefused(Profile profile) {
        return new SignOn.Refused(new Sentence(
                "code.refused",
                Integer.toString(profile.tries()),
                Long.toString(profile.lock().toMinutes())));
    }

    /** What becomes of somebody whose password was right. */
    @FunctionalInterface
    private interface Next {
        SignOn after(Account account) throws StorageFault;
    }
}
