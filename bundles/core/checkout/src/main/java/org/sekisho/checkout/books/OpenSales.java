package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.sekisho.storage.Transaction;

/** The sales that are being rung on one lane, in parts, so that a change writes only what it changed. */
public final class OpenSales {

    private final String lane;

    public OpenSales(String lane) {
        this.lane = lane;
    }

    /** Makes what is kept of a sale so: parts by number. */
    public void write(Transaction tx, UUID sale, Map<Integer, String> before, Map<Integer, String> now)
            throws SQLException {
        for (Map.Entry<Integer, String> part : now.entrySet()) {
            if (!part.getValue().equals(before.get(part.getKey()))) {
                Sql.addOrInsert(
                        tx,
                        "UPDATE open_sale SET body = ? WHERE lane = ? AND sale_id = ? AND part = ?",
                        "INSERT INTO open_sale (body, lane, sale_id, part) VALUES (?, ?, ?, ?)",
                        part.getValue(),
                        lane,
                        sale.toString(),
                        part.getKey());
            }
        }
        for (Integer part : before.keySet()) {
            if (!now.containsKey(part)) {
                tx.write(
                        "DELETE FROM open_sale WHERE lane = ? AND sale_id = ? AND part = ?",
                        lane,
                        sale.toString(),
                        part);
            }
        }
    }

    public void remove(Transaction tx, UUID sale) throws SQLException {
        tx.write("DELETE FROM open_sale WHERE lane = ? AND sale_id = ?", lane, sale.toString());
    }

    /** The parts of each. */
    public Map<UUID, Map<Integer, String>> all(Transaction tx) throws SQLException {
        Map<UUID, Map<Integer, String>> sales = new TreeMap<>();
        try (ResultSet rows = Sql.bound(tx, "SELECT sale_id, part, body FROM open_sale WHERE lane = ?", lane)
                .executeQuery()) {
            while (rows.next()) {
                sales.computeIfAbsent(UUID.fromString(rows.getString(1)), sale -> new TreeMap<>())
                        .put(rows.getInt(2), rows.getString(3));
            }
        }
        return sales;
    }
}
