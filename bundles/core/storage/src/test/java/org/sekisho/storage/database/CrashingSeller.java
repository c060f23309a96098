package org.sekisho.storage.database;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.Random;
import org.sekisho.storage.Database;

/** Sells until it is killed, mostly ahead of the rows: each sale is a head and three lines; its number is printed once it is committed. */
final class CrashingSeller {

    private CrashingSeller() {}

    /** @param args the folder of the store, and a seed */
    public static void main(String[] args) throws Exception {
        RegisterDatabase database = TestStore.in(Path.of(args[0]), "hsqldb").open(TestStore.SALES, CrashTest.LINES);
        Random random = new Random(Long.parseLong(args[1]));
        long next = database.read(tx -> {
            try (ResultSet last =
                    tx.prepare("SELECT COALESCE(MAX(id), 0) FROM sale").executeQuery()) {
                last.next();
                return last.getLong(1) + 1;
            }
        });
        System.out.println("READY");
        while (true) {
            long id = next++;
            int size = random.nextInt(20_000);
            Database.Work<Long> sell = tx -> {
                tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", id, Long.toString(id));
                for (int no = 1; no <= 3; no++) {
                    tx.write("INSERT INTO line (sale, no, text) VALUES (?, ?, ?)", id, no, "x".repeat(size));
                }
                return id;
            };
            if (random.nextInt(4) == 0) {
                database.transact(sell);
            } else {
                database.transactAhead(sell);
            }
            System.out.println("SOLD " + id);
            if (random.nextInt(40) == 0) {
                database.tidyUp(true);
            }
        }
    }
}
