package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.checkout.sale.SuspendedId;
import org.sekisho.storage.Transaction;

/** The sales that are set aside, of all lanes of this database; what was rung in them stands in the journal. */
public final class SuspendedSales {

    /**
     * One of them.
     *
     * @param tendered what the customer has paid of it, in minor units
     */
    public record Row(SuspendedId id, UUID sale, String operator, LocalDate businessDate, long tendered) {}

    private static final String COLUMNS =
            "SELECT lane, journal_seq, sale_id, operator, business_date, tendered FROM suspended_sale";

    private SuspendedSales() {}

    public static void add(Transaction tx, Row row) throws SQLException {
        Sql.bound(
                        tx,
                        "INSERT INTO suspended_sale (lane, journal_seq, sale_id, operator, business_date, tendered)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        row.id().lane(),
                        row.id().seq(),
                        row.sale().toString(),
                        row.operator(),
                        row.businessDate(),
                        row.tendered())
                .executeUpdate();
    }

    /**
     * Takes it: of all who ask at the same time, one is told true.
     *
     * @return false when it is not there any more
     */
    public static boolean claim(Transaction tx, SuspendedId id) throws SQLException {
        return Sql.bound(tx, "DELETE FROM suspended_sale WHERE lane = ? AND journal_seq = ?", id.lane(), id.seq())
                        .executeUpdate()
                == 1;
    }

    public static Optional<Row> find(Transaction tx, SuspendedId id) throws SQLException {
        return rows(Sql.bound(tx, COLUMNS + " WHERE lane = ? AND journal_seq = ?", id.lane(), id.seq())
                        .executeQuery())
                .stream()
                .findFirst();
    }

    public static Optional<Row> find(Transaction tx, UUID sale) throws SQLException {
        return rows(Sql.bound(tx, COLUMNS + " WHERE sale_id = ?", sale.toString())
                        .executeQuery())
                .stream()
                .findFirst();
    }

    /** All of them, by lane and age. */
    public static List<Row> all(Transaction tx) throws SQLException {
        return rows(Sql.bound(tx, COLUMNS + " ORDER BY lane, journal_seq").executeQuery());
    }

    private static List<Row> rows(ResultSet rows) throws SQLException {
        List<Row> read = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                read.add(new Row(
                        new SuspendedId(rows.getString(1), rows.getLong(2)),
                        UUID.fromString(rows.getString(3)),
                        rows.getString(4),
                        rows.getObject(5, LocalDate.class),
                        rows.getLong(6)));
            }
        }
        return read;
    }
}
