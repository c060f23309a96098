package org.sekisho.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Many sales of five lines in a running register without a printer, one behind the other: what the last ones cost against the first, and
 * what X and Z cost then, against PostgreSQL's time for the same sums over as many lines. Arguments: an installation, a folder, sales.
 * {@code SEKISHO_TEST_POSTGRESQL} names the server; without one only sales are measured.
 */
final class ManyBenchmark {

    /** Sales of which one ratio of medians is made. */
    private static final int BLOCK = 100;

    private static final int BLOCKS = 20;
    private static final int LINES = 5;
    private static final String SCHEMA = "sekisho_many";

    private ManyBenchmark() {}

    public static void main(String[] args) throws Exception {
        int sales = Integer.parseInt(args[2]);
        List<Double> micros;
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            Path folder = scratch.folder();
            TimedRegister register = new TimedRegister(folder, Path.of(args[0]));
            Files.writeString(folder.resolve("home/devices.json"), "{}");
            micros = register.measure(new Task("many", sales, register.demoCodes())).stream()
                    .map(line -> Long.parseLong(line) / 1e3)
                    .toList();
        }
        List<Double> sold = micros.subList(0, sales);
        Pairs pairs = new Pairs("sale, us", "last", "first");
        for (int block = 0; block < BLOCKS; block++) {
            List<Double> first = sold.subList(block * BLOCK, (block + 1) * BLOCK);
            int from = sales - (BLOCKS - block) * BLOCK;
            pairs.add(Pairs.at(sold.subList(from, from + BLOCK), 0.5), Pairs.at(first, 0.5));
        }
        pairs.print();
        new Tail("sale, us").print(sold);
        List<Double> reports = micros.subList(sales, micros.size());
        double x = Pairs.at(reports.subList(0, Stopwatch.REPORTS), 0.5);
        double z = reports.get(Stopwatch.REPORTS);
        System.out.printf(Locale.ROOT, "after %,d lines: X p50 %.0f us, Z %.0f us%n", sales * LINES, x, z);
        String url = System.getenv("SEKISHO_TEST_POSTGRESQL");
        if (url != null) {
            double sums = Pairs.at(sums(url, sales), 0.5);
            System.out.printf(
                    Locale.ROOT,
                    "PostgreSQL, the same sums: p50 %.0f us; X / sums %.4f, Z / sums %.4f%n",
                    sums,
                    x / sums,
                    z / sums);
        }
    }

    /** Total, lines and sales, net and gross by rate, of lines as many as the register sold. */
    private static List<Double> sums(String url, int sales) throws SQLException {
        List<Double> micros = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA);
            statement.execute("CREATE TABLE " + SCHEMA + ".line AS SELECT '1'::text AS lane, (i / " + LINES
                    + ")::bigint AS receipt, DATE '2026-04-01' AS business_date, (CASE i % 3 WHEN 0 THEN '10' ELSE '8' END) AS"
                    + " rate, (100 + i % 900)::bigint AS gross, (90 + i % 800)::bigint AS net, 'cash'::text AS tender"
                    + " FROM generate_series(0, " + (sales * LINES - 1) + ") AS i");
            statement.execute("ANALYZE " + SCHEMA + ".line");
            for (int round = 0; round < Stopwatch.REPORTS; round++) {
                long begun = System.nanoTime();
                try (ResultSet rows = statement.executeQuery(
                        "SELECT rate, tender, SUM(gross), SUM(net), SUM(gross - net), COUNT(*), MIN(receipt), MAX(receipt)"
                                + " FROM " + SCHEMA + ".line WHERE lane = '1' AND business_date = DATE '2026-04-01'"
                                + " GROUP BY rate, tender")) {
                    while (rows.next()) {
                        if (rows.getLong(3) <= 0) {
                            throw new SQLException("no sum");
                        }
                    }
                }
                micros.add((System.nanoTime() - begun) / 1e3);
            }
            statement.execute("DROP SCHEMA " + SCHEMA + " CASCADE");
        }
        return micros;
    }
}
