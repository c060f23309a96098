package org.sekisho.catalogue.items;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.storage.Transaction;

/** The statements on the items' table. */
final class ItemTable {

    private static final String COLUMNS =
            "item_key, edition, valid_from, valid_until, code, name, name_en, price, tax, unit,"
                    + " department, tax_included";

    private ItemTable() {}

    /** A row with what tells it from others of its item. */
    record Row(String key, int edition, StoredItem item) {}

    /** Rows by rising key, then edition. */
    static List<Row> page(Transaction tx, String afterKey, int most) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT " + COLUMNS
                + " FROM item_row WHERE item_key > ? ORDER BY item_key, edition, valid_from LIMIT ?");
        select.setString(1, afterKey);
        select.setInt(2, most);
        return rows(select);
    }

    /** The rows of one item, of all editions that were accepted. */
    static List<Row> of(Transaction tx, String key) throws SQLException {
        PreparedStatement select = tx.prepare("SELECT " + COLUMNS + " FROM item_row WHERE item_key = ? AND edition IN"
                + " (SELECT edition FROM item_edition WHERE state = " + Editions.ACCEPTED + ")");
        select.setString(1, key);
        return rows(select);
    }

    static void insert(Transaction tx, int edition, List<StoredItem> items) throws SQLException {
        PreparedStatement insert =
                tx.prepare("INSERT INTO item_row (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (StoredItem item : items) {
            insert.setString(1, item.key());
            insert.setInt(2, edition);
            insert.setString(3, item.period().fromText());
            insert.setString(4, item.period().untilText());
            insert.setString(5, item.code());
            insert.setString(6, item.name());
            insert.setString(7, item.nameEn());
            insert.setLong(8, item.price());
            insert.setString(9, item.tax());
            insert.setString(10, item.unit());
            insert.setString(11, item.department());
            insert.setString(12, item.taxIncluded());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    static void delete(Transaction tx, List<Row> rows) throws SQLException {
        PreparedStatement delete =
                tx.prepare("DELETE FROM item_row WHERE item_key = ? AND edition = ? AND valid_from = ?");
        for (Row row : rows) {
            delete.setString(1, row.key());
            delete.setInt(2, row.edition());
            delete.setString(3, row.item().period().fromText());
            delete.addBatch();
        }
        delete.executeBatch();
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(
                        row.getString(1),
                        row.getInt(2),
                        new StoredItem(
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getLong(8),
                                row.getString(9),
                                row.getString(10),
                                row.getString(11),
                                row.getString(12),
                                Period.of(row.getString(3), row.getString(4)))));
            }
        }
        return rows;
    }
}
