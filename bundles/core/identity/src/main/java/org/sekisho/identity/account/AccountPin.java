package org.sekisho.identity.account;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.sekisho.identity.Pins;
import org.sekisho.storage.Transaction;

/**
 * One operator's PIN as the database holds it, and its SQL.
 *
 * @param stored the PIN under the scheme
 * @param failures wrong ones since the last right one, or since the password was last typed
 */
record AccountPin(String name, String stored, int failures) {

    boolean isUsable() {
        return failures < Pins.TRIES;
    }

    static Optional<AccountPin> find(Transaction tx, String name) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT stored, failures FROM operator_pin WHERE name = ?");
        select.setString(1, name);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new AccountPin(name, rows.getString(1), rows.getInt(2)))
                    : Optional.empty();
        }
    }

    static void set(Transaction tx, String name, String stored) throws SQLException {
        takeAway(tx, name);
        PreparedStatement insert = tx.prepare("INSERT INTO operator_pin (name, stored, failures) VALUES (?, ?, 0)");
        insert.setString(1, name);
        insert.setString(2, stored);
        insert.executeUpdate();
    }

    static void takeAway(Transaction tx, String name) throws SQLException {
        PreparedStatement delete = tx.prepare("DELETE FROM operator_pin WHERE name = ?");
        delete.setString(1, name);
        delete.executeUpdate();
    }

    /** Forgets the failures; false where the PIN was changed, or used up on another lane, since it was read. */
    boolean welcome(Transaction tx) throws SQLException {
        PreparedStatement update = tx.prepare(
                "UPDATE operator_pin SET failures = 0 WHERE name = ? AND stored = ? AND failures < " + Pins.TRIES);
        update.setString(1, name);
        update.setString(2, stored);
        return update.executeUpdate() == 1;
    }

    /** Counts a wrong one; the count since the last right one. */
    static int countFailure(Transaction tx, String name) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_pin SET failures = failures + 1 WHERE name = ?");
        update.setString(1, name);
        update.executeUpdate();
        return find(tx, name).map(AccountPin::failures).orElse(0);
    }

    /** The password was typed: the PIN counts again. */
    static void forgetFailures(Transaction tx, String name) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_pin SET failures = 0 WHERE name = ? AND failures > 0");
        update.setString(1, name);
        update.executeUpdate();
    }

    @Override
    public String toString() {
        return "AccountPin[" + name + "]";
    }
}
