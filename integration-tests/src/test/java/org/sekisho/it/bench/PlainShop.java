package org.sekisho.it.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.hsqldb.jdbc.JDBCDriver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.storage.Database;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;

/**
 * HSQLDB as it comes, not sealed, with the register's own tables, into which the rows of each sale are written once more: by the
 * statements that the register uses, prepared once, in one commit, which is flushed.
 */
final class PlainShop implements AutoCloseable {

    private static final String JOURNAL_COLUMNS =
            "lane, seq, recorded_at, fact, operator_name, business_date, payload, prev_hash, entry_hash";

    private final Database register;
    private final Connection plain;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Object[]> entries = new ArrayList<>();
    private String steps = "";
    private long seen = -1;

    PlainShop(BundleContext context, Database register, Path folder) throws SQLException, InvalidSyntaxException {
        this.register = register;
        Properties properties = new Properties();
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        properties.setProperty("hsqldb.tx", "mvcc");
        properties.setProperty("hsqldb.write_delay", "false");
        properties.setProperty("hsqldb.log_size", "0");
        plain = JDBCDriver.getConnection("jdbc:hsqldb:file:" + folder + "/plain", properties);
        plain.setAutoCommit(false);
        try (var create = plain.createStatement()) {
            for (var reference : context.getServiceReferences(Schema.class, null)) {
                for (List<String> step : context.getService(reference).steps()) {
                    for (String sql : step) {
                        create.execute(sql.replace("${table}", "CREATE CACHED TABLE")
                                .replace("${text}", "LONGVARCHAR")
                                .replace("${bytes}", "LONGVARBINARY"));
                    }
                }
            }
            create.execute("SET FILES WRITE DELAY FALSE");
        }
    }

    /** Reads what the register wrote of this sale. */
    void look(ClosedSale sale) throws StorageFault {
        entries.clear();
        register.read(tx -> {
            PreparedStatement select =
                    tx.prepare("SELECT " + JOURNAL_COLUMNS + " FROM journal WHERE lane = ? AND seq > ? ORDER BY seq");
            select.setString(1, sale.lane());
            select.setLong(2, seen < 0 ? 0 : seen);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Object[] entry = new Object[9];
                    for (int i = 0; i < entry.length; i++) {
                        entry[i] = row.getObject(i + 1);
                    }
                    seen = row.getLong(2);
                    if (row.getString(4).equals("SaleClosed")) {
                        entries.clear();
                        entries.add(entry);
                    }
                }
            }
            return seen;
        });
    }

    boolean hasOpenSteps() throws StorageFault {
        return register.read(tx -> {
            try (ResultSet row = tx.prepare("SELECT steps FROM open_step").executeQuery()) {
                boolean any = row.next();
                if (any) {
                    steps = row.getString(1);
                }
                return any;
            }
        });
    }

    /** Writes them here; returns how many nanoseconds it took. */
    long write(ClosedSale sale) throws SQLException {
        String lane = sale.lane();
        long receipt = sale.receiptNumber().number();
        long total = sale.total().minor();
        Object date = sale.businessDate();
        Object[] entry = entries.get(0);
        long begun = System.nanoTime();
        if (run("UPDATE lane_counter SET receipt_no = receipt_no + 1 WHERE lane = ?", lane) == 0) {
            run("INSERT INTO lane_counter (lane, receipt_no, z_no) VALUES (?, 1, 0)", lane);
        }
        bound("SELECT receipt_no FROM lane_counter WHERE lane = ?", lane)
                .executeQuery()
                .close();
        run("INSERT INTO journal (" + JOURNAL_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", entry);
        run(
                "INSERT INTO sale (lane, receipt_no, sale_id, journal_seq, business_date, total) VALUES (?, ?, ?, ?, ?, ?)",
                lane,
                receipt,
                sale.id().toString(),
                entry[1],
                date,
                total);
        add(
                "UPDATE till_day SET sales = sales + ?, total = total + ?, discounts = discounts + ?,"
                        + " voided_sales = voided_sales + ?, voided_lines = voided_lines + ?, no_sales = no_sales + ?,"
                        + " first_receipt = CASE WHEN first_receipt = 0 THEN ? ELSE first_receipt END,"
                        + " last_receipt = GREATEST(last_receipt, ?) WHERE lane = ? AND business_date = ?",
                "INSERT INTO till_day (sales, total, discounts, voided_sales, voided_lines, no_sales, first_receipt,"
                        + " last_receipt, lane, business_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                1,
                total,
                0,
                0,
                0,
                0,
                receipt,
                receipt,
                lane,
                date);
        for (TaxTotal tax : sale.taxes()) {
            add(
                    "UPDATE till_tax SET net = net + ?, tax = tax + ?, gross = gross + ?"
                            + " WHERE lane = ? AND business_date = ? AND tax_code = ? AND tax_rate = ?",
                    "INSERT INTO till_tax (net, tax, gross, lane, business_date, tax_code, tax_rate) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    tax.net().minor(),
                    tax.tax().minor(),
                    tax.gross().minor(),
                    lane,
                    date,
                    tax.code().name(),
                    tax.rate().toString());
        }
        add(
                "UPDATE till_tender SET kept = kept + ? WHERE lane = ? AND business_date = ? AND tender = ?",
                "INSERT INTO till_tender (kept, lane, business_date, tender) VALUES (?, ?, ?, ?)",
                total,
                lane,
                date,
                "cash");
        run("INSERT INTO open_step (lane, receipt_no, steps) VALUES (?, ?, ?)", lane, receipt, steps);
        plain.commit();
        return System.nanoTime() - begun;
    }

    /** Closes the sale's open steps, as the register did when its receipt was printed. */
    void close(ClosedSale sale) throws SQLException {
        run(
                "DELETE FROM open_step WHERE lane = ? AND receipt_no = ?",
                sale.lane(),
                sale.receiptNumber().number());
        plain.commit();
    }

    private void add(String update, String insert, Object... values) throws SQLException {
        if (run(update, values) == 0) {
            run(insert, values);
        }
    }

    private int run(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = plain.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        plain.close();
    }
}
