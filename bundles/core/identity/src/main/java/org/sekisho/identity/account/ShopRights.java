package org.sekisho.identity.account;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.identity.OperatorChange;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Rights;
import org.sekisho.identity.RightsChange;
import org.sekisho.identity.Role;
import org.sekisho.identity.RoleRights;
import org.sekisho.identity.Sentence;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** The rights of roles in the register's database. */
@Component
public final class ShopRights implements RoleRights {

    private final Database database;
    private final Journal journal;

    @Activate
    public ShopRights(@Reference Database database, @Reference Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    @Override
    public Map<Role, Rights> all() throws StorageFault {
        return database.read(RightsTable::all);
    }

    @Override
    public OperatorChange change(Role role, RightsChange change, String by) throws StorageFault {
        Optional<Sentence> faulty = faultOf(change);
        return faulty.isPresent()
                ? new OperatorChange.Refused(faulty.get())
                : database.transact(tx -> {
                    Accounts.hold(tx);
                    return put(tx, role, change.of(RightsTable.of(tx, role)), by);
                });
    }

    @Override
    public OperatorChange reset(Role role, String by) throws StorageFault {
        return database.transact(tx -> {
            Accounts.hold(tx);
            return put(tx, role, role.rights(), by);
        });
    }

    private static Optional<Sentence> faultOf(RightsChange change) {
        if (!Collections.disjoint(change.allow(), change.deny())
                || !Collections.disjoint(change.approve(), change.approveNoMore())) {
            return Optional.of(new Sentence("rights.both"));
        }
        TreeSet<Permission> never = new TreeSet<>(change.approve());
        never.removeAll(Role.MANAGER.rights().approvals());
        if (!never.isEmpty()) {
            return Optional.of(
                    new Sentence("rights.never-approved", never.first().name()));
        }
        int off = change.mostOff().orElse(0);
        return off < 0 || off > 100 || change.mostUnreceipted().orElse(0) < 0
                ? Optional.of(new Sentence("rights.limit"))
                : Optional.empty();
    }

    private OperatorChange put(Transaction tx, Role role, Rights after, String by) throws SQLException, StorageFault {
        Rights before = RightsTable.of(tx, role);
        if (before.equals(after)) {
            return new OperatorChange.Made();
        }
        boolean othersManage =
                Accounts.all(tx).stream().anyMatch(account -> account.role() != role && account.manages());
        if (!othersManage
                && before.permissions().contains(Permission.KEEP_USERS)
                && !after.permissions().contains(Permission.KEEP_USERS)) {
            return new OperatorChange.Refused(new Sentence("rights.nobody-manages", role.word()));
        }
        RightsTable.put(tx, role, after);
        journal.append(tx, Facts.rightsChanged(role, before, after, by));
        return new OperatorChange.Made();
    }
}
