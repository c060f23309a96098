package org.sekisho.identity.account;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.api.identity.OneTimeCodeScheme;
import org.sekisho.identity.OneTimeCodes;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Sentence;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.StoreClock;

/** Gives people the secrets behind their codes, and takes them away. */
@Component
public final class CodeDesk implements OneTimeCodes {

    /** The name in an app's list where the store has none. */
    private static final String NAMELESS = "Sekisho";

    private final Database database;
    private final Journal journal;
    private final Secrets secrets;
    private final StoreProfile store;
    private final StoreClock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OneTimeCodeScheme scheme;

    @Activate
    public CodeDesk(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Secrets secrets,
            @Reference Home home,
            @Reference StoreClock clock) {
        this.database = database;
        this.journal = journal;
        this.secrets = secrets;
        this.store = new StoreProfile(home);
        this.clock = clock;
    }

    @Override
    public boolean areThere() {
        return scheme != null;
    }

    @Override
    public Enrolment begin(String typedName) throws StorageFault {
        OneTimeCodeScheme there = scheme;
        if (there == null) {
            throw new IllegalStateException("no plugin makes codes");
        }
        String issuer = store.issuer().isBlank() ? NAMELESS : store.issuer();
        return new Begun(known(typedName), issuer, there);
    }

    @Override
    public OperatorChange remove(String typedName, String by) throws StorageFault {
        String name = known(typedName);
        return database.transact(tx -> {
            if (!AccountCode.takeAway(tx, name)) {
                return new OperatorChange.Refused(new Sentence("code.none", name));
            }
            journal.append(tx, Facts.codeRemoved(name, by));
            return new OperatorChange.Made();
        });
    }

    @Override
    public Set<String> holders() throws StorageFault {
        return database.read(AccountCode::holders);
    }

    private static String known(String typedName) {
        return OperatorName.normalise(typedName).orElse(typedName);
    }

    private OperatorChange keep(Transaction tx, String name, byte[] sealed, long step)
            throws SQLException, StorageFault {
        if (Accounts.find(tx, name).filter(account -> !account.retired()).isEmpty()) {
            return new OperatorChange.Refused(new Sentence("operator.unknown", name));
        }
        AccountCode.set(tx, name, sealed, step);
        journal.append(tx, Facts.codeSet(name));
        return new OperatorChange.Made();
    }

    private final class Begun implements Enrolment {

        private final String name;
        private final String issuer;
        private final OneTimeCodeScheme scheme;
        private final byte[] secret;

        Begun(String name, String issuer, OneTimeCodeScheme scheme) {
            this.name = name;
            this.issuer = issuer;
            this.scheme = scheme;
            this.secret = scheme.newSecret();
        }

        @Override
        public char[] typed() {
            return scheme.typed(secret);
        }

        @Override
        public char[] uri() {
            return scheme.uri(secret, issuer, name);
        }

        @Override
        public OperatorChange confirm(char[] code) throws StorageFault {
            OptionalLong step = scheme.stepOf(code, secret, clock.now());
            if (step.isEmpty()) {
                return new OperatorChange.Refused(new Sentence("code.unconfirmed"));
            }
            byte[] sealed = secrets.seal(secret, SecondFactor.purpose(name));
            return database.transact(tx -> keep(tx, name, sealed, step.getAsLong()));
        }

        @Override
        public void close() {
            Arrays.fill(secret, (byte) 0);
        }

        @Override
        public String toString() {
            return "Begun[" + name + "]";
        }
    }
}
