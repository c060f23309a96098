package org.sekisho.identity.approver;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        Optional<Opened> known = find(name, password);
        if (known.isPresent()) {
            return known.get().key();
        }
        Ed25519Key fresh = WrappedKey.generate(name);
        WrappedKey wrapped = WrappedKey.wrap(fresh, password);
        database.transact(tx -> {
            insert(tx, wrapped, all(tx, name).size() + 1);
            return true;
        });
        return fresh;
    }

    @Override
    public void rewrap(String name, char[] old, char[] password) throws StorageFault {
        Optional<Opened> known = find(name, old);
        if (known.isPresent()) {
            try (Ed25519Key key = known.get().key()) {
                WrappedKey wrapped = WrappedKey.wrap(key, password);
                database.transact(tx -> {
                    delete(tx, name, known.get().nth());
                    insert(tx, wrapped, known.get().nth());
                    return true;
                });
            }
        }
    }

    /** The newest that the password opens. */
    private Optional<Opened> find(String name, char[] password) throws StorageFault {
        List<WrappedKey> wrapped = database.read(tx -> all(tx, name));
        for (int nth = wrapped.size(); nth > 0; nth--) {
            Optional<Ed25519Key> key = wrapped.get(nth - 1).unwrap(password);
            if (key.isPresent()) {
                return Optional.of(new Opened(key.get(), nth));
            }
        }
        return Optional.empty();
    }

    /** The oldest first; their numbers are 1, 2, 3 … */
    private static List<WrappedKey> all(Transaction tx, String name) throws SQLException {
        PreparedStatement select = tx.prepare(
                "SELECT memory_kib, passes, salt, nonce, wrapped FROM signing_key WHERE name = ? ORDER BY nth");
        select.setString(1, name);
        List<WrappedKey> keys = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                keys.add(new WrappedKey(
                        name, rows.getInt(1), rows.getInt(2), rows.getBytes(3), rows.getBytes(4), rows.getBytes(5)));
            }
        }
        return keys;
    }

    private static void delete(Transaction tx, String name, int nth) throws SQLException {
        PreparedStatement delete = tx.prepare("DELETE FROM signing_key WHERE name = ? AND nth = ?");
        delete.setString(1, name);
        delete.setInt(2, nth);
        delete.executeUpdate();
    }

    private static void insert(Transaction tx, WrappedKey key, int nth) throws SQLException {
        PreparedStatement insert = tx.prepare("INSERT INTO signing_key"
                + " (name, nth, memory_kib, passes, salt, nonce, wrapped) VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.setString(1, key.name());
        insert.setInt(2, nth);
        insert.setInt(3, key.memoryKib());
        insert.setInt(4, key.passes());
        insert.setBytes(5, key.salt());
        insert.setBytes(6, key.nonce());
        insert.setBytes(7, key.wrapped());
        insert.executeUpdate();
    }

    /** A key, and which of its owner's it is. */
    private record Opened(Ed25519Key key, int nth) {}
}
