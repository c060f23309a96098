package org.sekisho.customers.keep;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sekisho.storage.Transaction;

/** The statements on the tables of customers. */
final class CustomerBook {

    private CustomerBook() {}

    static Optional<byte[]> root(Transaction tx) throws SQLException {
        return bytes(tx.prepare("SELECT sealed FROM customer_root WHERE place = 1"));
    }

    static void root(Transaction tx, byte[] sealed) throws SQLException {
        PreparedStatement insert = tx.prepare("INSERT INTO customer_root (place, sealed) VALUES (1, ?)");
        insert.setBytes(1, sealed);
        insert.executeUpdate();
    }

    static void add(Transaction tx, String id, byte[] wrapped) throws SQLException {
        PreparedStatement insert = tx.prepare("INSERT INTO customer (id, wrapped) VALUES (?, ?)");
        insert.setString(1, id);
        insert.setBytes(2, wrapped);
        insert.executeUpdate();
    }

    static Optional<byte[]> wrapped(Transaction tx, String id) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT wrapped FROM customer WHERE id = ?");
        select.setString(1, id);
        return bytes(select);
    }

    static Optional<Long> points(Transaction tx, String id) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT points FROM customer WHERE id = ?");
        select.setString(1, id);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    static void addPoints(Transaction tx, String id, long points) throws SQLException {
        PreparedStatement update = tx.prepare("UPDATE customer SET points = points + ? WHERE id = ?");
        update.setLong(1, points);
        update.setString(2, id);
        update.executeUpdate();
    }

    static void fields(Transaction tx, String id, Map<String, byte[]> sealed, List<String> tags) throws SQLException {
        tx.write("DELETE FROM customer_field WHERE id = ?", id);
        tx.write("DELETE FROM customer_tag WHERE id = ?", id);
        PreparedStatement insert = tx.prepare("INSERT INTO customer_field (id, field, sealed) VALUES (?, ?, ?)");
        for (Map.Entry<String, byte[]> field : sealed.entrySet()) {
            insert.setString(1, id);
            insert.setString(2, field.getKey());
            insert.setBytes(3, field.getValue());
            insert.executeUpdate();
        }
        for (String tag : new TreeSet<>(tags)) {
            tx.write("INSERT INTO customer_tag (tag, id) VALUES (?, ?)", tag, id);
        }
    }

    static Map<String, byte[]> fields(Transaction tx, String id) throws SQLException {
        Map<String, byte[]> fields = new TreeMap<>();
        PreparedStatement select = tx.prepare("SELECT field, sealed FROM customer_field WHERE id = ?");
        select.setString(1, id);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                fields.put(rows.getString(1), rows.getBytes(2));
            }
        }
        return fields;
    }

    static List<String> tagged(Transaction tx, String tag) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT id FROM customer_tag WHERE tag = ? ORDER BY id");
        select.setString(1, tag);
        return texts(select);
    }

    static List<String> all(Transaction tx) throws SQLException {
        return texts(tx.prepare("SELECT id FROM customer ORDER BY id"));
    }

    static void erase(Transaction tx, String id) throws SQLException {
        tx.write("DELETE FROM customer_field WHERE id = ?", id);
        tx.write("DELETE FROM customer_tag WHERE id = ?", id);
        tx.write("DELETE FROM customer WHERE id = ?", id);
    }

    private static List<String> texts(PreparedStatement select) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Optional<byte[]> bytes(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        }
    }
}
