package org.sekisho.identity.approver;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.identity.ApproverKeys;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** Approvers' keys in the register's database. */
@Component
public final class StoredApproverKeys implements ApproverKeys {

    private final Database database;

    @Activate
    public StoredApproverKeys(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Key open(String name, char[] password) throws StorageFault {
        Optional<Ed25519Key> known = find(name).flatMap(wrapped -> wrapped.unwrap(password));
        if (known.isPresent()) {
            return known.get();
        }
        Ed25519Key fresh = WrappedKey.generate(name);
        keep(WrappedKey.wrap(fresh, password));
        return fresh;
    }

    @Override
    public void rewrap(String name, char[] old, char[] password) throws StorageFault {
        Optional<Ed25519Key> known = find(name).flatMap(wrapped -> wrapped.unwrap(old));
        if (known.isPresent()) {
            try (Ed25519Key key = known.get()) {
                keep(WrappedKey.wrap(key, password));
            }
        }
    }

    private Optional<WrappedKey> find(String name) throws StorageFault {
        return database.read(tx -> find(tx, name));
    }

    private static Optional<WrappedKey> find(Transaction tx, String name) throws SQLException {
        PreparedStatement select =
                tx.prepare("SELECT memory_kib, passes, salt, nonce, wrapped FROM approver_key WHERE name = ?");
        select.setString(1, name);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new WrappedKey(
                            name, rows.getInt(1), rows.getInt(2), rows.getBytes(3), rows.getBytes(4), rows.getBytes(5)))
                    : Optional.empty();
        }
    }

    private void keep(WrappedKey key) throws StorageFault {
        database.transact(tx -> {
            PreparedStatement delete = tx.prepare("DELETE FROM approver_key WHERE name = ?");
            delete.setString(1, key.name());
            delete.executeUpdate();
            PreparedStatement insert = tx.prepare("INSERT INTO approver_key"
                    + " (name, memory_kib, passes, salt, nonce, wrapped) VALUES (?, ?, ?, ?, ?, ?)");
            insert.setString(1, key.name());
            insert.setInt(2, key.memoryKib());
            insert.setInt(3, key.passes());
            insert.setBytes(4, key.salt());
            insert.setBytes(5, key.nonce());
            insert.setBytes(6, key.wrapped());
            return insert.executeUpdate();
        });
    }
}
