package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.storage.Transaction;

/** Where in the journal each closed sale stands. */
public final class SaleIndex {

    private SaleIndex() {}

    /** @throws SQLException also when a sale with that id is there already: a resend never makes a second one */
    public static void add(Transaction tx, ClosedSale sale, long journalSeq) throws SQLException {
        tx.write(
                "INSERT INTO sale (lane, receipt_no, sale_id, journal_seq, business_date, total)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                sale.lane(),
                sale.receiptNumber().number(),
                sale.id().toString(),
                journalSeq,
                sale.businessDate(),
                sale.total().minor());
    }

    /** Until this transaction ends nobody else locks it. */
    public static void lock(Transaction tx, ReceiptNumber number) throws SQLException {
        Sql.bound(
                        tx,
                        "UPDATE sale SET journal_seq = journal_seq WHERE lane = ? AND receipt_no = ?",
                        number.lane(),
                        number.number())
                .executeUpdate();
    }

    public static OptionalLong find(Transaction tx, ReceiptNumber number) throws SQLException {
        return one(Sql.bound(
                        tx,
                        "SELECT journal_seq FROM sale WHERE lane = ? AND receipt_no = ?",
                        number.lane(),
                        number.number())
                .executeQuery());
    }

    public static OptionalLong find(Transaction tx, UUID id) throws SQLException {
        return one(Sql.bound(tx, "SELECT journal_seq FROM sale WHERE sale_id = ?", id.toString())
                .executeQuery());
    }

    private static OptionalLong one(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        }
    }
}
