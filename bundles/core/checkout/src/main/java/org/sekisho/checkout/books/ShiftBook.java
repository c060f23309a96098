package org.sekisho.checkout.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.sekisho.checkout.CashDesk.Movement;
import org.sekisho.storage.Transaction;

/**
 * The lane's shift, as long as it is open. A sale writes nothing here: what sales left in the drawer is the running totals' cash now, less
 * what it was when the shift began.
 */
public final class ShiftBook {

    private final String lane;

    public ShiftBook(String lane) {
        this.lane = lane;
    }

    /**
     * An open shift, in minor units.
     *
     * @param before the running totals' cash when it began; negative once a Z has cleared them meanwhile
     * @param counted empty until somebody counted; with what sales had left in the drawer by then
     */
    public record Shift(
            long number,
            String operator,
            long opening,
            long before,
            long paidIn,
            long paidOut,
            long dropped,
            Optional<Long> counted,
            String countedBy,
            long sales) {

        public long expected() {
            return opening + paidIn - paidOut - dropped + sales;
        }
    }

    /** @return its number */
    public long open(Transaction tx, String operator, long opening, long before) throws SQLException {
        if (Sql.bound(tx, "UPDATE shift_counter SET shift_no = shift_no + 1 WHERE lane = ?", lane)
                        .executeUpdate()
                == 0) {
            Sql.bound(tx, "INSERT INTO shift_counter (lane, shift_no) VALUES (?, 1)", lane)
                    .executeUpdate();
        }
        long number;
        try (ResultSet row = Sql.bound(tx, "SELECT shift_no FROM shift_counter WHERE lane = ?", lane)
                .executeQuery()) {
            row.next();
            number = row.getLong(1);
        }
        Sql.bound(
                        tx,
                        "INSERT INTO shift (lane, shift_no, operator, opening, cash_before, paid_in, paid_out, dropped,"
                                + " is_counted, counted, counted_by, sales) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '', 0)",
                        lane,
                        number,
                        operator,
                        opening,
                        before)
                .executeUpdate();
        return number;
    }

    public Optional<Shift> find(Transaction tx) throws SQLException {
        try (ResultSet row = Sql.bound(
                        tx,
                        "SELECT shift_no, operator, opening, cash_before, paid_in, paid_out, dropped, is_counted, counted,"
                                + " counted_by, sales FROM shift WHERE lane = ?",
                        lane)
                .executeQuery()) {
            return row.next()
                    ? Optional.of(new Shift(
                            row.getLong(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getInt(8) == 0 ? Optional.empty() : Optional.of(row.getLong(9)),
                            row.getString(10),
                            row.getLong(11)))
                    : Optional.empty();
        }
    }

    public void move(Transaction tx, Movement movement, long amount) throws SQLException {
        String column = switch (movement) {
            case PAID_IN -> "paid_in = paid_in + ?";
            case PAID_OUT -> "paid_out = paid_out + ?";
            case DROP -> "dropped = dropped + ?";
        };
        Sql.bound(tx, "UPDATE shift SET is_counted = 0, " + column + " WHERE lane = ?", amount, lane)
                .executeUpdate();
    }

    /** @param sales what sales left in the drawer until now */
    public void count(Transaction tx, long counted, String by, long sales) throws SQLException {
        Sql.bound(
                        tx,
                        "UPDATE shift SET is_counted = 1, counted = ?, counted_by = ?, sales = ? WHERE lane = ?",
                        counted,
                        by,
                        sales,
                        lane)
                .executeUpdate();
    }

    public void close(Transaction tx) throws SQLException {
        Sql.bound(tx, "DELETE FROM shift WHERE lane = ?", lane).executeUpdate();
    }

    /** A Z clears the running totals; the shift goes on. */
    public void cleared(Transaction tx, long cash) throws SQLException {
        Sql.bound(tx, "UPDATE shift SET cash_before = cash_before - ? WHERE lane = ?", cash, lane)
                .executeUpdate();
    }
}
