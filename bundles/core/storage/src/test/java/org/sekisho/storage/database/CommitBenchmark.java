package org.sekisho.storage.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.hsqldb.jdbc.JDBCDriver;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;

/**
 * Durable commits of five rows a second: this database, HSQLDB without a seal, and a bare append with fdatasync, by turns in one
 * run. Arguments: a folder on the disk to measure, commits a round, rounds.
 */
final class CommitBenchmark {

    private static final String INSERT = "INSERT INTO line (sale, no, text) VALUES (?, ?, ?)";
    private static final Schema LINES = CrashTest.LINES;
    private static final String TEXT = "4901234567894 おにぎり 紅鮭 148 reduced 1 ".repeat(4);

    /** One durable commit. */
    private interface Commit {
        void of(long sale) throws SQLException, StorageFault, IOException;
    }

    private CommitBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "commit-benchmark");
        int commits = Integer.parseInt(args[1]);
        RegisterDatabase sealed =
                TestStore.in(folder.resolve("sealed"), "hsqldb").open(LINES);
        try (Connection plain = plain(folder.resolve("plain"));
                PreparedStatement insert = plain.prepareStatement(INSERT);
                FileChannel raw = FileChannel.open(
                        folder.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int round = 0; round < Integer.parseInt(args[2]); round++) {
                long from = (long) round * commits;
                measure("sealed", from, commits, sale -> sealed.transact(tx -> rows(tx.prepare(INSERT), sale)));
                measure("plain HSQLDB", from, commits, sale -> {
                    rows(insert, sale);
                    plain.commit();
                });
                measure("append + fdatasync", from, commits, sale -> {
                    raw.write(ByteBuffer.allocate(5 * 300));
                    raw.force(false);
                });
            }
        }
        sealed.stop();
    }

    private static Connection plain(Path folder) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        properties.setProperty("hsqldb.tx", "mvcc");
        properties.setProperty("hsqldb.write_delay", "false");
        properties.setProperty("hsqldb.log_size", "0");
        Connection plain = JDBCDriver.getConnection("jdbc:hsqldb:file:" + folder + "/plain", properties);
        plain.setAutoCommit(false);
        try (var create = plain.createStatement()) {
            create.execute(
                    "CREATE CACHED TABLE line (sale BIGINT NOT NULL, no INTEGER NOT NULL, text LONGVARCHAR NOT NULL,"
                            + " PRIMARY KEY (sale, no))");
        }
        return plain;
    }

    private static int rows(PreparedStatement insert, long sale) throws SQLException {
        for (int no = 1; no <= 5; no++) {
            insert.setLong(1, sale);
            insert.setInt(2, no);
            insert.setString(3, TEXT);
            insert.executeUpdate();
        }
        return 5;
    }

    private static void measure(String name, long from, int commits, Commit commit)
            throws SQLException, StorageFault, IOException {
        long[] nanos = new long[commits];
        long begin = System.nanoTime();
        for (int i = 0; i < commits; i++) {
            long start = System.nanoTime();
            commit.of(from + i);
            nanos[i] = System.nanoTime() - start;
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "%-20s %7.0f commits/s  p50 %6.0f us  p99 %6.0f us  worst %6.1f ms%n",
                name,
                commits / seconds,
                nanos[commits / 2] / 1e3,
                nanos[commits * 99 / 100] / 1e3,
                nanos[commits - 1] / 1e6);
    }
}
