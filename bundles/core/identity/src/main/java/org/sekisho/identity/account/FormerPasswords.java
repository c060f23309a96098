package org.sekisho.identity.account;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.storage.Transaction;

/** The SQL of password history: each operator's stored passwords, the present one among them, numbered from 1. */
final class FormerPasswords {

    private FormerPasswords() {}

    /** The last ones, newest first. */
    static List<String> last(Transaction tx, String name, int count) throws SQLException {
        PreparedStatement select =
                tx.prepare("SELECT stored FROM operator_password WHERE name = ? ORDER BY number DESC");
        select.setString(1, name);
        List<String> stored = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next() && stored.size() < count) {
                stored.add(rows.getString(1));
            }
        }
        return stored;
    }

    /** Adds one and drops those that the profile no longer asks about. */
    static void add(Transaction tx, String name, String stored, int keep) throws SQLException {
        int number = newest(tx, name) + 1;
        PreparedStatement insert = tx.prepare("INSERT INTO operator_password (name, number, stored) VALUES (?, ?, ?)");
        insert.setString(1, name);
        insert.setInt(2, number);
        insert.setString(3, stored);
        insert.executeUpdate();
        PreparedStatement delete = tx.prepare("DELETE FROM operator_password WHERE name = ? AND number <= ?");
        delete.setString(1, name);
        delete.setInt(2, number - keep);
        delete.executeUpdate();
    }

    private static int newest(Transaction tx, String name) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT MAX(number) FROM operator_password WHERE name = ?");
        select.setString(1, name);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
