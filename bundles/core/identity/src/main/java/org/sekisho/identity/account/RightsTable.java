package org.sekisho.identity.account;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Rights;
import org.sekisho.identity.Role;
import org.sekisho.storage.Transaction;

/**
 * The SQL of what roles may do, within somebody else's transaction. Kept is only what differs from what a role comes with, so that a permission that
 * a later version brings is given to whom it comes with.
 */
final class RightsTable {

    private static final String MAY = "may";
    private static final String APPROVE = "approve";
    private static final String OFF = "off";
    private static final String UNRECEIPTED = "unreceipted";

    private RightsTable() {}

    static Rights of(Transaction tx, Role role) throws SQLException {
        return Objects.requireNonNull(all(tx).get(role));
    }

    static Map<Role, Rights> all(Transaction tx) throws SQLException {
        Map<Role, Rights> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            all.put(role, role.rights());
        }
        try (ResultSet rows = tx.prepare("SELECT role, kind, permission, given FROM role_right")
                .executeQuery()) {
            while (rows.next()) {
                Optional<Permission> permission = permission(rows.getString(3));
                if (permission.isPresent()) {
                    add(all, Role.ofWord(rows.getString(1)), rows.getString(2), permission.get(), rows.getBoolean(4));
                }
            }
        }
        try (ResultSet rows =
                tx.prepare("SELECT role, kind, most FROM role_limit").executeQuery()) {
            while (rows.next()) {
                limit(all, Role.ofWord(rows.getString(1)), rows.getString(2), rows.getLong(3));
            }
        }
        return all;
    }

    private static void add(Map<Role, Rights> all, Role role, String kind, Permission permission, boolean given) {
        Rights now = Objects.requireNonNull(all.get(role));
        boolean may = kind.equals(MAY);
        Set<Permission> changed = EnumSet.noneOf(Permission.class);
        changed.addAll(may ? now.permissions() : now.approvals());
        if (given) {
            changed.add(permission);
        } else {
            changed.remove(permission);
        }
        all.put(
                role,
                new Rights(
                        may ? changed : now.permissions(),
                        may ? now.approvals() : changed,
                        now.mostOff(),
                        now.mostUnreceipted()));
    }

    private static void limit(Map<Role, Rights> all, Role role, String kind, long most) {
        Rights now = Objects.requireNonNull(all.get(role));
        boolean off = kind.equals(OFF);
        all.put(
                role,
                new Rights(
                        now.permissions(),
                        now.approvals(),
                        off ? Math.toIntExact(most) : now.mostOff(),
                        off ? now.mostUnreceipted() : most));
    }

    /** One that a later version knows counts for nothing here. */
    private static Optional<Permission> permission(String name) {
        return EnumSet.allOf(Permission.class).stream()
                .filter(known -> known.name().equals(name))
                .findFirst();
    }

    static void put(Transaction tx, Role role, Rights rights) throws SQLException {
        for (String table : new String[] {"role_right", "role_limit"}) {
            PreparedStatement delete = tx.prepare("DELETE FROM " + table + " WHERE role = ?");
            delete.setString(1, role.word());
            delete.executeUpdate();
        }
        Rights comes = role.rights();
        difference(tx, role, MAY, comes.permissions(), rights.permissions());
        difference(tx, role, APPROVE, comes.approvals(), rights.approvals());
        if (rights.mostOff() != comes.mostOff()) {
            insert(tx, role, OFF, rights.mostOff());
        }
        if (rights.mostUnreceipted() != comes.mostUnreceipted()) {
            insert(tx, role, UNRECEIPTED, rights.mostUnreceipted());
        }
    }

    private static void difference(Transaction tx, Role role, String kind, Set<Permission> comes, Set<Permission> has)
            throws SQLException {
        PreparedStatement insert =
                tx.prepare("INSERT INTO role_right (role, kind, permission, given) VALUES (?, ?, ?, ?)");
        for (Permission permission : Permission.values()) {
            if (comes.contains(permission) != has.contains(permission)) {
                insert.setString(1, role.word());
                insert.setString(2, kind);
                insert.setString(3, permission.name());
                insert.setBoolean(4, has.contains(permission));
                insert.executeUpdate();
            }
        }
    }

    private static void insert(Transaction tx, Role role, String kind, long most) throws SQLException {
        PreparedStatement insert = tx.prepare("INSERT INTO role_limit (role, kind, most) VALUES (?, ?, ?)");
        insert.setString(1, role.word());
        insert.setString(2, kind);
        insert.setLong(3, most);
        insert.executeUpdate();
    }
}
