package org.sekisho.checkout.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.Vouchers.Voucher;
import org.sekisho.storage.Transaction;

/** Which vouchers there are, and which receipt each paid. */
public final class VoucherBook {

    private static final String SELECT =
            "SELECT code, amount, currency, until_date, paid_lane, paid_receipt FROM voucher";

    private VoucherBook() {}

    public static void add(Transaction tx, Voucher voucher) throws SQLException {
        Sql.bound(
                        tx,
                        "INSERT INTO voucher (code, amount, currency, until_date, paid_lane, paid_receipt)"
                                + " VALUES (?, ?, ?, ?, '', 0)",
                        voucher.code(),
                        voucher.amount().minor(),
                        voucher.amount().currency().getCurrencyCode(),
                        voucher.until().map(LocalDate::toString).orElse(""))
                .executeUpdate();
    }

    public static Optional<Voucher> find(Transaction tx, String code) throws SQLException {
        return vouchers(Sql.bound(tx, SELECT + " WHERE code = ?", code)).stream()
                .findFirst();
    }

    public static List<Voucher> all(Transaction tx) throws SQLException {
        return vouchers(Sql.bound(tx, SELECT + " ORDER BY code"));
    }

    /**
     * Takes it in payment of a receipt.
     *
     * @return false when another receipt took it first: then nothing was written
     */
    public static boolean pay(Transaction tx, String code, ReceiptNumber receipt) throws SQLException {
        return Sql.bound(
                                tx,
                                "UPDATE voucher SET paid_lane = ?, paid_receipt = ? WHERE code = ? AND paid_receipt = 0",
                                receipt.lane(),
                                receipt.number(),
                                code)
                        .executeUpdate()
                == 1;
    }

    /**
     * Makes it good again, when the receipt that it paid is taken back whole.
     *
     * @return false when that receipt has not got it: then nothing was written
     */
    public static boolean giveBack(Transaction tx, String code, ReceiptNumber receipt) throws SQLException {
        return Sql.bound(
                                tx,
                                "UPDATE voucher SET paid_lane = '', paid_receipt = 0"
                                        + " WHERE code = ? AND paid_lane = ? AND paid_receipt = ?",
                                code,
                                receipt.lane(),
                                receipt.number())
                        .executeUpdate()
                == 1;
    }

    private static List<Voucher> vouchers(PreparedStatement select) throws SQLException {
        List<Voucher> vouchers = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String until = rows.getString(4);
                long receipt = rows.getLong(6);
                vouchers.add(new Voucher(
                        rows.getString(1),
                        Money.of(rows.getLong(2), Currency.getInstance(rows.getString(3))),
                        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                        receipt == 0 ? Optional.empty() : Optional.of(new ReceiptNumber(rows.getString(5), receipt))));
            }
        }
        return vouchers;
    }
}
