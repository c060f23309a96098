package org.sekisho.identity.account;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sekisho.identity.Rights;
import org.sekisho.identity.Role;
import org.sekisho.storage.Transaction;

/** The SQL of operators, within somebody else's transaction. */
final class Accounts {

    private static final String SELECT =
            "SELECT name, role, stored, one_time, changed_at, locked_until, retired FROM operator_account";

    private Accounts() {}

    static Optional<Account> find(Transaction tx, String name) throws SQLException {
        PreparedStatement select = tx.prepare(SELECT + " WHERE name = ?");
        select.setString(1, name);
        return read(tx, select).stream().findFirst();
    }

    static List<Account> all(Transaction tx) throws SQLException {
        return read(tx, tx.prepare(SELECT + " ORDER BY name"));
    }

    /** Somebody's password as it is stored; empty where nobody is there. */
    static Optional<String> anyStored(Transaction tx) throws SQLException {
        return all(tx).stream()
                .filter(account -> !account.retired())
                .map(Account::stored)
                .findFirst();
    }

    /** Until this transaction ends, no other lane changes who may do what. */
    static void hold(Transaction tx) throws SQLException {
        tx.prepare("UPDATE operator_account SET retired = retired").executeUpdate();
    }

    static long activeManagers(Transaction tx) throws SQLException {
        return all(tx).stream().filter(Account::manages).count();
    }

    static void insert(Transaction tx, Account account) throws SQLException {
        PreparedStatement insert = tx.prepare("INSERT INTO operator_account"
                + " (name, role, stored, one_time, changed_at, failures, locked_until, retired)"
                + " VALUES (?, ?, ?, ?, ?, 0, 0, FALSE)");
        insert.setString(1, account.name());
        insert.setString(2, account.role().word());
        insert.setString(3, account.stored());
        insert.setBoolean(4, account.oneTime());
        insert.setLong(5, account.changed().toEpochMilli());
        insert.executeUpdate();
    }

    /** Sets a final password and opens the name; false where it is not active. */
    static boolean setPassword(Transaction tx, String name, String stored, Instant now) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_account"
                + " SET stored = ?, one_time = FALSE, changed_at = ?, failures = 0, locked_until = 0"
                + " WHERE name = ? AND retired = FALSE");
        update.setString(1, stored);
        update.setLong(2, now.toEpochMilli());
        update.setString(3, name);
        return update.executeUpdate() == 1;
    }

    static void retire(Transaction tx, String name) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_account SET retired = TRUE WHERE name = ?");
        update.setString(1, name);
        update.executeUpdate();
    }

    static void setRole(Transaction tx, String name, Role role) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_account SET role = ? WHERE name = ?");
        update.setString(1, role.word());
        update.setString(2, name);
        update.executeUpdate();
    }

    /** Forgets failures and keeps the same password in today's form; false where the account was changed since it was read. */
    static boolean welcome(Transaction tx, Account read, String stored) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_account SET failures = 0, locked_until = 0, stored = ?"
                + " WHERE name = ? AND stored = ? AND locked_until = ? AND retired = FALSE");
        update.setString(1, stored);
        update.setString(2, read.name());
        update.setString(3, read.stored());
        update.setLong(4, read.lockedUntil().toEpochMilli());
        return update.executeUpdate() == 1;
    }

    /** Counts one wrong password; the count since the last right one or the last lock. */
    static int countFailure(Transaction tx, String name) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE operator_account SET failures = failures + 1 WHERE name = ?");
        update.setString(1, name);
        update.executeUpdate();
        PreparedStatement select = tx.prepare("SELECT failures FROM operator_account WHERE name = ?");
        select.setString(1, name);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    static void lock(Transaction tx, String name, Instant until) throws SQLException {
        PreparedStatement update =
                tx.prepare("UPDATE operator_account SET failures = 0, locked_until = ? WHERE name = ?");
        update.setLong(1, until.toEpochMilli());
        update.setString(2, name);
        update.executeUpdate();
    }

    private static List<Account> read(Transaction tx, PreparedStatement select) throws SQLException {
        Map<Role, Rights> rights = RightsTable.all(tx);
        List<Account> accounts = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Role role = Role.ofWord(rows.getString(2));
                accounts.add(new Account(
                        rows.getString(1),
                        role,
                        Objects.requireNonNull(rights.get(role)),
                        rows.getString(3),
                        rows.getBoolean(4),
                        Instant.ofEpochMilli(rows.getLong(5)),
                        Instant.ofEpochMilli(rows.getLong(6)),
                        rows.getBoolean(7)));
            }
        }
        return accounts;
    }
}
