package org.sekisho.catalogue.items;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import org.sekisho.storage.Transaction;

/** The statements on the items' table. */
final class ItemTable {

    private static final int PAGE = 2000;

    private ItemTable() {}

    /** Hands over every item, a page at a time. */
    static void forEach(Transaction tx, Consumer<StoredItem> consumer) throws SQLException {
        PreparedStatement select =
                tx.prepare("SELECT item_key, code, name, name_en, price, tax, unit, department, tax_included"
                        + " FROM item WHERE item_key > ? ORDER BY item_key LIMIT " + PAGE);
        String last = "";
        int rows;
        do {
            rows = 0;
            select.setString(1, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    last = row.getString(1);
                    consumer.accept(new StoredItem(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9)));
                }
            }
        } while (rows == PAGE);
    }

    static void insert(Transaction tx, Collection<StoredItem> items) throws SQLException {
        write(
                tx.prepare(
                        "INSERT INTO item (code, name, name_en, price, tax, unit, department, tax_included, item_key)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                items);
    }

    static void update(Transaction tx, Collection<StoredItem> items) throws SQLException {
        write(
                tx.prepare(
                        "UPDATE item SET code = ?, name = ?, name_en = ?, price = ?, tax = ?, unit = ?, department = ?,"
                                + " tax_included = ? WHERE item_key = ?"),
                items);
    }

    private static void write(PreparedStatement statement, Collection<StoredItem> items) throws SQLException {
        int waiting = 0;
        for (StoredItem item : items) {
            statement.setString(1, item.code());
            statement.setString(2, item.name());
            statement.setString(3, item.nameEn());
            statement.setLong(4, item.price());
            statement.setString(5, item.tax());
            statement.setString(6, item.unit());
            statement.setString(7, item.department());
            statement.setString(8, item.taxIncluded());
            statement.setString(9, item.key());
            statement.addBatch();
            if (++waiting == PAGE) {
                statement.executeBatch();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            statement.executeBatch();
        }
    }
}
