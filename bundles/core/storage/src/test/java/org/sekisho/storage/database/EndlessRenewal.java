package org.sekisho.storage.database;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.Random;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.key.HomeVault;

/** Sells, and seals everything by another data key again and again, until it is killed. */
final class EndlessRenewal {

    private EndlessRenewal() {}

    /** @param args the folder of the store, and a seed */
    public static void main(String[] args) throws Exception {
        TestStore store = TestStore.in(Path.of(args[0]), "hsqldb");
        HomeVault vault = store.vault();
        RegisterDatabase database = store.open(TestStore.SALES, CrashTest.LINES);
        VaultRenewal renewal = new VaultRenewal(database, vault);
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
            for (int sales = random.nextInt(8); sales > 0; sales--) {
                long id = next++;
                database.transactAhead(tx -> {
                    tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", id, Long.toString(id));
                    for (int no = 1; no <= 3; no++) {
                        tx.write("INSERT INTO line (sale, no, text) VALUES (?, ?, ?)", id, no, "x".repeat(2_000));
                    }
                    return id;
                });
                System.out.println("SOLD " + id);
            }
            if (!vault.isRenewing()) {
                vault.renew(new KeySource.KeyFile(vault.nextKeyFile()), () -> {})
                        .close();
            } else if (random.nextInt(3) > 0) {
                renewal.run();
                System.out.println("RENEWED");
            }
        }
    }
}
