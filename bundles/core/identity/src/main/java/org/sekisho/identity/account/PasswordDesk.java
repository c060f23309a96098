package org.sekisho.identity.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.identity.PasswordScheme;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Role;
import org.sekisho.identity.Sentence;
import org.sekisho.identity.password.NewPassword;
import org.sekisho.identity.password.OneTimePassword;
import org.sekisho.identity.password.Profile;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.StoreClock;

/** Gives people names and passwords. Hashes outside the transaction, so that no sale waits for it. */
final class PasswordDesk {

    private final Database database;
    private final Journal journal;
    private final PasswordScheme scheme;
    private final StoreClock clock;
    private final StoreProfile store;

    PasswordDesk(Database database, Journal journal, PasswordScheme scheme, StoreClock clock, StoreProfile store) {
        this.database = database;
        this.journal = journal;
        this.scheme = scheme;
        this.clock = clock;
        this.store = store;
    }

    PasswordResult addWithOneTimePassword(String name, Role role, String by) throws StorageFault {
        char[] password = OneTimePassword.next();
        try {
            PasswordResult result = insert(name, role, password, true, by);
            return result instanceof PasswordResult.Set ? new PasswordResult.OneTime(new String(password)) : result;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    PasswordResult add(String name, Role role, char[] password, String by) throws StorageFault {
        List<Sentence> broken = broken(name, password);
        return broken.isEmpty() ? insert(name, role, password, false, by) : new PasswordResult.Refused(broken);
    }

    PasswordResult change(String name, char[] password, String by) throws StorageFault {
        Profile profile = store.profile();
        Optional<Account> account = database.read(tx -> Accounts.find(tx, name)).filter(found -> !found.retired());
        if (account.isEmpty()) {
            return refused(new Sentence("operator.unknown", name));
        }
        List<Sentence> broken = broken(name, password);
        if (!broken.isEmpty()) {
            return new PasswordResult.Refused(broken);
        }
        List<String> former = database.read(tx -> FormerPasswords.last(tx, name, profile.history()));
        if (former.stream().anyMatch(stored -> scheme.verify(password, stored))) {
            return refused(profile.usedBefore());
        }
        String stored = scheme.hash(password);
        Instant now = clock.now();
        return database.transact(tx -> {
            if (!Accounts.setPassword(tx, name, stored, now)) {
                return refused(new Sentence("operator.unknown", name));
            }
            FormerPasswords.add(tx, name, stored, profile.history());
            if (!name.equals(by)) {
                AccountPin.takeAway(tx, name);
            }
            journal.append(tx, Facts.passwordChanged(name, by));
            return new PasswordResult.Set();
        });
    }

    private PasswordResult insert(String name, Role role, char[] password, boolean oneTime, String by)
            throws StorageFault {
        Optional<Sentence> objection = OperatorName.objectionTo(name);
        if (objection.isPresent()) {
            return refused(objection.get());
        }
        int history = store.profile().history();
        String stored = scheme.hash(password);
        Account account = new Account(name, role, role.rights(), stored, oneTime, clock.now(), Instant.EPOCH, false);
        return database.transact(tx -> insert(tx, account, history, by));
    }

    private PasswordResult insert(Transaction tx, Account account, int history, String by)
            throws SQLException, StorageFault {
        if (Accounts.find(tx, account.name()).isPresent()) {
            return refused(new Sentence("operator.exists", account.name()));
        }
        Accounts.insert(tx, account);
        FormerPasswords.add(tx, account.name(), account.stored(), history);
        journal.append(tx, Facts.operatorAdded(account.name(), account.role(), account.oneTime(), by));
        return new PasswordResult.Set();
    }

    private List<Sentence> broken(String name, char[] password) throws StorageFault {
        try (NewPassword wanted = NewPassword.of(password)) {
            return store.profile().broken(wanted, store.namesAround(name));
        }
    }

    private static PasswordResult refused(Sentence sentence) {
        return new PasswordResult.Refused(List.of(sentence));
    }
}
