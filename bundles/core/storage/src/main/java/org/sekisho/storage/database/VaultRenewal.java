package org.sekisho.storage.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.storage.Renewal;
import org.sekisho.storage.SealedColumn;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.storage.key.VaultSecrets;

/**
 * Seals everything by the newest data key: all files of the database, what is kept ahead of its rows, then the secrets in its tables; at last
 * the key before is forgotten. Each step may be done twice, so whatever ends it, it begins again.
 */
@Component(immediate = true)
public final class VaultRenewal implements Renewal {

    private static final System.Logger LOG = System.getLogger(VaultRenewal.class.getName());

    private final RegisterDatabase database;
    private final HomeVault vault;

    @Activate
    public VaultRenewal(@Reference RegisterDatabase database, @Reference HomeVault vault) {
        this.database = database;
        this.vault = vault;
        database.whenQuiet(this::resume);
    }

    @Override
    public synchronized boolean run() throws StorageFault {
        if (!vault.isRenewing()) {
            return false;
        }
        database.open();
        requireEverySchema();
        database.rewrite();
        for (SealedColumn column : database.sealedColumns()) {
            reseal(column);
        }
        vault.endRenewal();
        return true;
    }

    private void resume() {
        try {
            if (run()) {
                database.tell("All data is sealed by the new data key now; the one before is forgotten.");
            }
        } catch (StorageFault e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the data is not all sealed by the new data key yet: " + e.getMessage());
        }
    }

    /** A part of the register that is not here may keep secrets that nobody else knows of. */
    private void requireEverySchema() throws StorageFault {
        Set<String> missing = database.read(tx -> {
            Set<String> parts = new TreeSet<>();
            try (ResultSet rows =
                    tx.prepare("SELECT DISTINCT part FROM schema_step").executeQuery()) {
                while (rows.next()) {
                    parts.add(rows.getString(1));
                }
            }
            return parts;
        });
        missing.removeAll(database.schemaNames());
        missing.remove(Backlog.SCHEMA.name());
        if (!missing.isEmpty()) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The data of " + String.join(", ", missing)
                            + " belongs to a part of the register that is not installed, so its"
                            + " secrets could not be sealed anew. Sales continue, and both data keys stay: have the integrator put that part"
                            + " back once.");
        }
    }

    private void reseal(SealedColumn column) throws StorageFault {
        List<Change> changes = new ArrayList<>();
        List<Row> rows = database.read(tx -> rows(tx, column));
        if (rows.isEmpty()) {
            return;
        }
        try (OpenVault open = vault.open()) {
            for (Row row : rows) {
                String purpose = column.purpose().apply(String.valueOf(row.key));
                changes.add(new Change(row, VaultSecrets.reseal(open, row.sealed, purpose)));
            }
        }
        database.transact(tx -> {
            PreparedStatement update = tx.prepare("UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE "
                    + column.key() + " = ? AND " + column.column() + " = ?");
            for (Change change : changes) {
                update.setBytes(1, change.sealed);
                update.setObject(2, change.row.key);
                update.setBytes(3, change.row.sealed);
                update.executeUpdate(); // of what was changed meanwhile the newest key has sealed it already
            }
            return true;
        });
    }

    private static List<Row> rows(Transaction tx, SealedColumn column) throws SQLException {
        List<Row> found = new ArrayList<>();
        PreparedStatement select = tx.prepare("SELECT " + column.key() + ", " + column.column() + " FROM "
                + column.table() + " WHERE " + column.column() + " IS NOT NULL");
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(rows.getObject(1), rows.getBytes(2)));
            }
        }
        return found;
    }

    private static final class Row {

        private final Object key;
        private final byte[] sealed;

        private Row(Object key, byte[] sealed) {
            this.key = key;
            this.sealed = sealed;
        }
    }

    private static final class Change {

        private final Row row;
        private final byte[] sealed;

        private Change(Row row, byte[] sealed) {
            this.row = row;
            this.sealed = sealed;
        }
    }
}
