package org.sekisho.storage.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.RecoveryKey;
import org.sekisho.storage.Schema;
import org.sekisho.storage.SealedColumn;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.storage.key.VaultSecrets;

/** Another data key seals everything, and nothing is lost on the way. */
class VaultRenewalTest {

    private static final int ROUNDS = System.getProperty("sekisho.long") == null ? 12 : 300;
    private static final byte[] SECRET = "what only the vault opens".getBytes(UTF_8);

    /** A part of the register that keeps a secret. */
    private static final Schema SECRETS = new Schema() {
        @Override
        public String name() {
            return "secrets";
        }

        @Override
        public List<List<String>> steps() {
            return List.of(List.of("${table} secret (id INTEGER PRIMARY KEY, sealed ${bytes} NOT NULL)"));
        }

        @Override
        public List<SealedColumn> sealed() {
            return List.of(new SealedColumn("secret", "id", "sealed", id -> "secret " + id));
        }
    };

    @TempDir
    Path temp;

    private static void sell(RegisterDatabase database, int from, int to) throws StorageFault {
        for (int id = from; id < to; id++) {
            int number = id;
            database.transactAhead(tx -> {
                tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", (long) number, "sale " + number);
                return number;
            });
        }
    }

    private static int sales(RegisterDatabase database) throws StorageFault {
        return database.read(tx -> {
            try (ResultSet rows = tx.prepare("SELECT id, body FROM sale").executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    assertThat(rows.getString(2)).isEqualTo("sale " + rows.getLong(1));
                    count++;
                }
                return count;
            }
        });
    }

    private static RecoveryKey renew(HomeVault vault) throws StorageFault {
        return vault.renew(new KeySource.KeyFile(vault.nextKeyFile()), () -> {});
    }

    /** Sixteen bytes from each place of each file; but for those of few different bytes, as trees and empty room have them. */
    private static Set<String> blocks(Path data) throws IOException {
        Set<String> blocks = new HashSet<>();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("register.properties"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at + 16 <= bytes.length; at++) {
                    if (different(bytes, at) > 11) {
                        blocks.add(HexFormat.of().formatHex(bytes, at, at + 16));
                    }
                }
            }
        }
        return blocks;
    }

    private static long different(byte[] bytes, int at) {
        boolean[] seen = new boolean[256];
        int count = 0;
        for (byte b : Arrays.copyOfRange(bytes, at, at + 16)) {
            if (!seen[b & 0xff]) {
                seen[b & 0xff] = true;
                count++;
            }
        }
        return count;
    }

    @Test
    void nothingOfWhatTheKeyBeforeSealedIsLeft() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(TestStore.SALES);
        sell(database, 0, 200);
        database.stop();
        database = store.open(TestStore.SALES);
        sell(database, 200, 300);
        database.tidyUp(false);
        sell(database, 300, 320);
        Set<String> before = blocks(store.data());
        assertThat(before).hasSizeGreaterThan(10_000);
        renew(store.vault()).close();
        sell(database, 320, 340);
        assertThat(store.vault().isRenewing()).isTrue();
        assertThat(new VaultRenewal(database, store.vault()).run()).isTrue();
        assertThat(store.vault().isRenewing()).isFalse();
        assertThat(sales(database)).isEqualTo(340);
        Set<String> left = blocks(store.data());
        left.retainAll(before);
        assertThat(left).isEmpty();
        sell(database, 340, 350);
        database.stop();
        database = store.open(TestStore.SALES);
        assertThat(sales(database)).isEqualTo(350);
        database.stop();
    }

    @Test
    void theVaultBeforeOpensNothingOfIt() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(TestStore.SALES);
        sell(database, 0, 50);
        String earlier = Files.readString(store.folder().resolve("vault.json"));
        renew(store.vault()).close();
        new VaultRenewal(database, store.vault()).run();
        database.stop();
        String now = Files.readString(store.folder().resolve("vault.json"));
        Files.writeString(store.folder().resolve("vault.json"), earlier);
        RegisterDatabase stolen = store.open(TestStore.SALES);
        assertThatThrownBy(stolen::open).isInstanceOf(StorageFault.class).hasMessageContaining("register.");
        stolen.stop();
        Files.writeString(store.folder().resolve("vault.json"), now);
        RegisterDatabase owners = store.open(TestStore.SALES);
        assertThat(sales(owners)).isEqualTo(50);
        owners.stop();
    }

    @Test
    void aRegisterSellsOnMeanwhile() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(TestStore.SALES);
        VaultRenewal renewal = new VaultRenewal(database, store.vault());
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger sold = new AtomicInteger();
        Thread seller = new Thread(() -> {
            try {
                while (!done.get()) {
                    sell(database, sold.get(), sold.incrementAndGet());
                }
            } catch (StorageFault e) {
                throw new IllegalStateException(e);
            }
        });
        seller.start();
        for (int times = 0; times < 5; times++) {
            int then = sold.get();
            renew(store.vault()).close();
            assertThat(renewal.run()).isTrue();
            while (sold.get() == then && seller.isAlive()) {
                Thread.sleep(1);
            }
        }
        done.set(true);
        seller.join();
        assertThat(sales(database)).isEqualTo(sold.get()).isGreaterThan(4);
        database.stop();
        RegisterDatabase again = store.open(TestStore.SALES);
        assertThat(sales(again)).isEqualTo(sold.get());
        again.stop();
    }

    @Test
    void secretsOfTheTablesAreSealedAnew() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(SECRETS);
        byte[] sealed = new VaultSecrets(store.vault()).seal(SECRET, "secret 7");
        database.transact(tx -> {
            PreparedStatement insert = tx.prepare("INSERT INTO secret (id, sealed) VALUES (7, ?)");
            insert.setBytes(1, sealed);
            return insert.executeUpdate();
        });
        renew(store.vault()).close();
        assertThat(new VaultSecrets(store.vault()).open(sealed, "secret 7")).isEqualTo(SECRET);
        new VaultRenewal(database, store.vault()).run();
        byte[] now = database.read(tx -> {
            try (ResultSet row = tx.prepare("SELECT sealed FROM secret").executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        });
        assertThat(new VaultSecrets(store.vault()).open(now, "secret 7")).isEqualTo(SECRET);
        assertThatThrownBy(() -> new VaultSecrets(store.vault()).open(sealed, "secret 7"))
                .isInstanceOf(StorageFault.class);
        database.stop();
    }

    @Test
    void bothKeysStayWhileAPartWithSecretsIsMissing() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        RegisterDatabase database = store.open(SECRETS, TestStore.SALES);
        database.open();
        database.stop();
        RegisterDatabase without = store.open(TestStore.SALES);
        renew(store.vault()).close();
        assertThatThrownBy(new VaultRenewal(without, store.vault())::run)
                .isInstanceOf(StorageFault.class)
                .hasMessageContaining("secrets")
                .hasMessageContaining("Sales continue");
        assertThat(store.vault().isRenewing()).isTrue();
        without.stop();
    }

    @Test
    void whatASecondRenewalAndOtherSecretsFindMeanwhile() throws Exception {
        TestStore store = TestStore.in(temp, "hsqldb");
        HomeVault vault = store.vault();
        byte[] sealed = new VaultSecrets(vault).seal(SECRET, "test");
        Path recovery = temp.resolve("recovery.txt");
        try (RecoveryKey key = renew(vault)) {
            Files.writeString(recovery, new String(key.text()));
        }
        assertThatThrownBy(() -> renew(vault))
                .isInstanceOf(StorageFault.class)
                .hasMessageContaining("wait until sekisho vault status says");
        vault.rotate(new KeySource.KeyFile(vault.nextKeyFile()), () -> {});
        assertThat(new VaultSecrets(vault).open(sealed, "test")).isEqualTo(SECRET);
        vault.recover(recovery, new KeySource.KeyFile(vault.nextKeyFile()));
        assertThat(new VaultSecrets(vault).open(sealed, "test")).isEqualTo(SECRET);
        assertThat(vault.state().renewing()).isTrue();
        vault.rotateBoth(new KeySource.KeyFile(vault.nextKeyFile()), () -> {}).close();
        assertThat(new VaultSecrets(vault).open(sealed, "test")).isEqualTo(SECRET);
        assertThatThrownBy(() -> vault.recover(recovery, new KeySource.KeyFile(vault.nextKeyFile())))
                .isInstanceOf(StorageFault.class);
    }

    @Test
    void lanesOfOnePostgresqlKeepTheirKey() throws Exception {
        TestStore store = TestStore.in(temp, "jdbc:postgresql://127.0.0.1:1/none");
        assertThatThrownBy(() -> renew(store.vault()))
                .isInstanceOf(StorageFault.class)
                .hasMessageContaining("share a data key")
                .hasMessageContaining("--new-recovery-key");
        assertThat(store.vault().isRenewing()).isFalse();
    }

    @Test
    void aRenewalThatWasKilledGoesOnAtTheNextStart() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long acknowledged = 0;
        int ended = 0;
        int begun = 0;
        TestStore store = TestStore.in(temp, "hsqldb");
        for (int round = 1; round <= ROUNDS; round++) {
            List<String> said = renewAndKill(random);
            String when = "round " + round + ", seed " + seed;
            for (String line : said) {
                acknowledged = line.startsWith("SOLD ") ? Long.parseLong(line.substring(5)) : acknowledged;
                ended += line.equals("RENEWED") ? 1 : 0;
            }
            begun += store.vault().isRenewing() ? 1 : 0;
            RegisterDatabase database = store.open(TestStore.SALES, CrashTest.LINES);
            long[] books = books(database);
            assertThat(books[0]).as(when).isBetween(acknowledged, acknowledged + 1);
            assertThat(books[1]).as(when).isEqualTo(books[0]);
            assertThat(books[2]).as(when).isEqualTo(3 * books[0]);
            acknowledged = books[0];
            if (random.nextBoolean()) {
                new VaultRenewal(database, store.vault()).run();
                assertThat(store.vault().isRenewing()).as(when).isFalse();
                assertThat(books(database)).as(when).isEqualTo(books);
            }
            database.stop();
        }
        System.out.println(ROUNDS + " kills: " + acknowledged + " sales, " + ended + " renewals ended, " + begun
                + " were under way");
        assertThat(acknowledged).isPositive();
        assertThat(ended).isPositive();
        assertThat(begun).isPositive();
    }

    /** The last sale, how many there are, and how many lines. */
    private static long[] books(RegisterDatabase database) throws StorageFault {
        return database.read(tx -> {
            try (ResultSet row = tx.prepare(
                            "SELECT (SELECT COALESCE(MAX(id), 0) FROM sale), (SELECT COUNT(*) FROM sale),"
                                    + " (SELECT COUNT(*) FROM line) FROM (VALUES (0))")
                    .executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2), row.getLong(3)};
            }
        });
    }

    private List<String> renewAndKill(Random random) throws IOException, InterruptedException {
        Process renewing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRenewal.class.getName(),
                        temp.toString(),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = renewing.inputReader(US_ASCII)) {
            assertThat(said.readLine()).isEqualTo("READY");
            boolean ended = renewing.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
            assertThat(ended).as("it ended by itself").isFalse();
            renewing.toHandle().destroyForcibly();
            List<String> lines = said.lines().toList();
            renewing.waitFor();
            return lines;
        }
    }
}
