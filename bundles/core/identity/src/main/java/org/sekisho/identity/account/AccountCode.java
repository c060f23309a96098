package org.sekisho.identity.account;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.storage.Transaction;

/** The SQL of the secrets behind one-time codes, within somebody else's transaction. */
final class AccountCode {

    private AccountCode() {}

    /** The sealed secret. */
    static Optional<byte[]> find(Transaction tx, String name) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT sealed FROM operator_code WHERE name = ?");
        select.setString(1, name);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        }
    }

    static Set<String> holders(Transaction tx) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = tx.prepare("SELECT name FROM operator_code").executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** @param step the last one of which a code was taken */
    static void set(Transaction tx, String name, byte[] sealed, long step) throws SQLException {
        takeAway(tx, name);
        PreparedStatement insert = tx.prepare("INSERT INTO operator_code (name, sealed, step) VALUES (?, ?, ?)");
        insert.setString(1, name);
        insert.setBytes(2, sealed);
        insert.setLong(3, step);
        insert.executeUpdate();
    }

    /** False where they had none. */
    static boolean takeAway(Transaction tx, String name) throws SQLException {
        PreparedStatement delete = tx.prepare("DELETE FROM operator_code WHERE name = ?");
        delete.setString(1, name);
        return delete.executeUpdate() == 1;
    }

    /** Uses up the code of a step and all before it; false where that was done already, on whichever lane. */
    static boolean use(Transaction tx, String name, long step) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_code SET step = ? WHERE name = ? AND step < ?");
        update.setLong(1, step);
        update.setString(2, name);
        update.setLong(3, step);
        return update.executeUpdate() == 1;
    }
}
