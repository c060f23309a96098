package org.sekisho.storage.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;

/** Kills a selling process at random moments: what it said it had sold is there, whole, and nothing twice. */
class CrashTest {

    static final Schema LINES = TestStore.schema(
            "lines",
            List.of(
                    "${table} line (sale BIGINT NOT NULL, no INTEGER NOT NULL, text ${text} NOT NULL, PRIMARY KEY (sale, no))"));

    private static final int ROUNDS = System.getProperty("sekisho.long") == null ? 10 : 300;

    @TempDir
    Path temp;

    /** What stands in the database. */
    private record Books(long sales, long lastSale, long lines, long wholeSales) {}

    @Test
    void everySaleThatWasAcknowledgedIsThere() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long acknowledged = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged = Math.max(acknowledged, sellAndKill(random));
            Books books = books();
            String when = "round " + round + ", seed " + seed;
            assertThat(books.lastSale()).as(when).isBetween(acknowledged, acknowledged + 1);
            assertThat(books.sales()).as(when).isEqualTo(books.lastSale());
            assertThat(books.wholeSales()).as(when).isEqualTo(books.sales());
            assertThat(books.lines()).as(when).isEqualTo(3 * books.sales());
            acknowledged = books.lastSale();
        }
        assertThat(acknowledged).isPositive();
    }

    private long sellAndKill(Random random) throws IOException, InterruptedException {
        Process seller = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingSeller.class.getName(),
                        temp.toString(),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = seller.inputReader(US_ASCII)) {
            // Some die while they open the database, the others within a second of selling.
            boolean early = random.nextInt(4) == 0;
            if (!early) {
                assertThat(said.readLine()).isEqualTo("READY");
            }
            boolean ended = seller.waitFor(random.nextInt(early ? 900 : 1200), TimeUnit.MILLISECONDS);
            assertThat(ended).as("the seller ended by itself").isFalse();
            seller.toHandle().destroyForcibly();
            long last = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("SOLD ")) {
                    last = Long.parseLong(line.substring(5));
                }
            }
            seller.waitFor();
            return last;
        }
    }

    private Books books() throws IOException, StorageFault {
        RegisterDatabase database = TestStore.in(temp, "hsqldb").open(TestStore.SALES, LINES);
        try {
            return database.read(tx -> {
                try (ResultSet row = tx.prepare("SELECT (SELECT COUNT(id) FROM sale WHERE LENGTH(body) > 0),"
                                + " (SELECT COALESCE(MAX(id), 0) FROM sale),"
                                + " (SELECT COUNT(no) FROM line WHERE LENGTH(text) >= 0),"
                                + " (SELECT COUNT(*) FROM (SELECT sale FROM line GROUP BY sale HAVING COUNT(*) = 3) AS whole)"
                                + " FROM (VALUES (0)) AS one (n)")
                        .executeQuery()) {
                    row.next();
                    return new Books(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
                }
            });
        } finally {
            database.stop();
        }
    }
}
