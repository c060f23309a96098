package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.Vault;
import org.sekisho.storage.Database;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.storage.database.EngineOpener;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.store.Home;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreSettings;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

/**
 * What a sale of five lines writes (its journal entry of 2 KB, the receipt to be printed, two counters), durably, into the register's own
 * database twice: sealed by the register's vault, and by one that seals nothing but adds as many bytes. By turns in one process, in blocks.
 * Arguments: an installation (not looked at), a folder on the disk to measure, blocks.
 */
final class CipherBenchmark {

    private static final int BLOCK = 25;
    private static final int WARM_UP = 40;
    private static final String ENTRY = "{\"code\":\"4901234567894\",\"name\":\"おにぎり 紅鮭\",\"amount\":148}".repeat(32);

    private CipherBenchmark() {}

    public static void main(String[] args) throws Exception {
        int blocks = Integer.parseInt(args[2]);
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            RegisterDatabase sealed = open(scratch.folder().resolve("sealed"), new EnvelopeVault());
            RegisterDatabase clear = open(scratch.folder().resolve("clear"), new ClearVault());
            Pairs ahead = new Pairs("sale kept ahead, us", "sealed", "not sealed");
            Pairs rows = new Pairs("sale in its rows, us", "sealed", "not sealed");
            for (int block = -WARM_UP; block < blocks; block++) {
                long from = (long) (block + WARM_UP) * 2 * BLOCK;
                double[] one = pair(sealed, clear, from, block % 2 == 0, CipherBenchmark::ahead);
                double[] other = pair(sealed, clear, from + BLOCK, block % 2 == 0, CipherBenchmark::rows);
                if (block >= 0) {
                    ahead.add(one[0], one[1]);
                    rows.add(other[0], other[1]);
                }
            }
            ahead.print();
            rows.print();
            sealed.stop();
            clear.stop();
        }
    }

    private static double[] pair(Database sealed, Database clear, long from, boolean sealedFirst, Sale sale)
            throws StorageFault {
        double first = median(sealedFirst ? sealed : clear, from, sale);
        double second = median(sealedFirst ? clear : sealed, from, sale);
        return sealedFirst ? new double[] {first, second} : new double[] {second, first};
    }

    private static double median(Database database, long from, Sale sale) throws StorageFault {
        double[] micros = new double[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            long began = System.nanoTime();
            sale.sell(database, from + i);
            micros[i] = (System.nanoTime() - began) / 1e3;
        }
        Arrays.sort(micros);
        return micros[BLOCK / 2];
    }

    private static void ahead(Database database, long number) throws StorageFault {
        database.transactAhead(tx -> write(tx, number));
    }

    private static void rows(Database database, long number) throws StorageFault {
        database.transact(tx -> write(tx, number));
    }

    private static boolean write(Transaction tx, long number) throws SQLException {
        PreparedStatement entry = tx.prepare("INSERT INTO entry (seq, payload, hash) VALUES (?, ?, ?)");
        entry.setLong(1, number);
        entry.setString(2, ENTRY);
        entry.setString(3, "0123456789abcdef".repeat(4));
        entry.executeUpdate();
        PreparedStatement receipt = tx.prepare("INSERT INTO receipt (seq, kind) VALUES (?, ?)");
        receipt.setLong(1, number);
        receipt.setString(2, "receipt");
        receipt.executeUpdate();
        for (int counter = 1; counter <= 2; counter++) {
            PreparedStatement count = tx.prepare("UPDATE counter SET reached = ? WHERE id = ?");
            count.setLong(1, number);
            count.setInt(2, counter);
            count.executeUpdate();
        }
        return true;
    }

    private static RegisterDatabase open(Path folder, Vault vault) throws IOException, StorageFault {
        Home home = new BenchHome(Files.createDirectories(folder.resolve("home")));
        HomeVault keys =
                new HomeVault(home, vault, Map.of("HOME", folder.resolve("user").toString()));
        keys.create(new KeySource.KeyFile(keys.defaultKeyFile()));
        RegisterDatabase database = new RegisterDatabase(new EngineOpener(home, keys));
        database.addSchema(new Tables());
        database.transact(tx -> {
            for (int counter = 1; counter <= 2; counter++) {
                tx.prepare("INSERT INTO counter (id, reached) VALUES (" + counter + ", 0)")
                        .executeUpdate();
            }
            return true;
        });
        return database;
    }

    /** One way to keep a sale. */
    private interface Sale {
        void sell(Database database, long number) throws StorageFault;
    }

    private static final class Tables implements Schema {

        @Override
        public String name() {
            return "bench";
        }

        @Override
        public List<List<String>> steps() {
            return List.of(new ArrayList<>(List.of(
                    "${table} entry (seq BIGINT PRIMARY KEY, payload ${text} NOT NULL, hash VARCHAR(64) NOT NULL)",
                    "${table} receipt (seq BIGINT PRIMARY KEY, kind VARCHAR(16) NOT NULL)",
                    "${table} counter (id INTEGER PRIMARY KEY, reached BIGINT NOT NULL)")));
        }
    }

    private record BenchHome(Path folder) implements Home {

        @Override
        public boolean isInitialised() {
            return true;
        }

        @Override
        public StoreSettings settings() {
            return StoreSettings.ofJapaneseShop(new Issuer("Shop", ""));
        }

        @Override
        public StoreSettings parse(String storeJson) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void create(StoreSettings settings) {
            throw new UnsupportedOperationException();
        }
    }

    /** Seals nothing: for this measurement alone. */
    private static final class ClearVault implements Vault {

        @Override
        public String create(MasterSecret master) {
            return "{}";
        }

        @Override
        public String rewrap(String envelope, MasterSecret master, MasterSecret next) {
            return envelope;
        }

        @Override
        public String derivation(String envelope) {
            return "none";
        }

        @Override
        public Sealer open(String envelope, MasterSecret master) {
            return new Sealer() {
                @Override
                public byte[] seal(byte[] plain, byte[] context) {
                    byte[] moved = new byte[plain.length + OVERHEAD];
                    System.arraycopy(plain, 0, moved, OVERHEAD, plain.length);
                    return moved;
                }

                @Override
                public byte[] open(byte[] sealed, byte[] context) {
                    return Arrays.copyOfRange(sealed, OVERHEAD, sealed.length);
                }

                @Override
                public void close() {}
            };
        }
    }
}
