package org.sekisho.storage.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.Backups;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.RecoveryKey;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultState;
import org.sekisho.storage.database.EngineOpener;
import org.sekisho.storage.database.FolderHome;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.database.TestStore;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

/** A copy of a home that is sold in becomes a home elsewhere; one that was touched becomes nothing. */
class HomeBackupsTest {

    private static final Backups.Progress UNHEARD = (done, total) -> {};

    @TempDir
    Path temp;

    private TestStore store;
    private KeySource key;
    private RegisterDatabase database;
    private HomeBackups backups;

    @BeforeEach
    void openShop() throws Exception {
        store = TestStore.in(temp, "hsqldb");
        key = new KeySource.KeyFile(store.vault().defaultKeyFile());
        Files.writeString(store.folder().resolve("store.json"), "{\"storeId\":\"S1\"}");
        Files.createDirectories(store.folder().resolve("run"));
        Files.writeString(store.folder().resolve("run/lock"), "4711");
        Files.createDirectories(store.folder().resolve("approvers"));
        Files.writeString(store.folder().resolve("approvers/1.json"), "承認者");
        database = store.open(TestStore.SALES);
        backups = new HomeBackups(new FolderHome(store.folder(), "hsqldb"), store.vault(), database);
    }

    @AfterEach
    void close() {
        database.stop();
    }

    private void sell(long id) throws StorageFault {
        database.transactAhead(tx -> {
            tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", id, "rice ball " + id);
            return id;
        });
    }

    private static List<Long> sold(RegisterDatabase database) throws StorageFault {
        return database.read(tx -> {
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = tx.prepare("SELECT id FROM sale ORDER BY id").executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        });
    }

    /** The home that is made of a copy. */
    private final class Other {

        private final Path folder;
        private final FolderHome home;
        private final HomeVault vault;

        Other(String name) {
            folder = temp.resolve(name);
            home = new FolderHome(folder, "hsqldb");
            vault = new HomeVault(home, new EnvelopeVault(), Map.of("HOME", temp.toString()));
        }

        void restore(Path copy, Optional<KeySource> secret) throws StorageFault {
            new HomeBackups(home, vault, database).restore(copy, secret, UNHEARD);
        }

        void recover(Path copy, Path recovery, Path next) throws StorageFault {
            new HomeBackups(home, vault, database).restore(copy, recovery, new KeySource.KeyFile(next), UNHEARD);
        }

        List<Long> sold() throws StorageFault {
            RegisterDatabase restored = new RegisterDatabase(new EngineOpener(home, vault));
            restored.addSchema(TestStore.SALES);
            try {
                return HomeBackupsTest.sold(restored);
            } finally {
                restored.stop();
            }
        }
    }

    private static void assertFault(StorageFault.Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(call)
                .extracting(StorageFault::kind)
                .isEqualTo(kind);
    }

    @Test
    void whatWasSoldBeforeIsInItAndWhatCameAfterIsNot() throws Exception {
        sell(1);
        sell(2);
        Path copy = temp.resolve("copy");
        backups.make(copy, UNHEARD);
        sell(3);
        Other other = new Other("other");
        other.restore(copy, Optional.of(key));
        assertThat(other.sold()).containsExactly(1L, 2L);
        assertThat(sold(database)).containsExactly(1L, 2L, 3L);
        assertThat(other.folder.resolve("store.json"))
                .hasSameTextualContentAs(store.folder().resolve("store.json"));
        assertThat(other.folder.resolve("approvers/1.json")).hasContent("承認者");
        assertThat(other.folder.resolve("run")).doesNotExist();
        assertThat(other.folder.resolve("restoring")).doesNotExist();
        assertThat(new String(Files.readAllBytes(copy), UTF_8)).doesNotContain("rice ball", "承認者", "storeId");
    }

    @Test
    void theSecretLiesWhereTheCopySaysUnlessItIsNamed() throws Exception {
        sell(1);
        Path copy = temp.resolve("copy");
        backups.make(copy, UNHEARD);
        Other there = new Other("there");
        there.restore(copy, Optional.empty());
        assertThat(there.sold()).containsExactly(1L);
        Path moved = temp.resolve("moved.key");
        Files.move(((KeySource.KeyFile) key).path(), moved);
        assertFault(StorageFault.Kind.KEY_MISSING, () -> new Other("nowhere").restore(copy, Optional.empty()));
        Other named = new Other("named");
        named.restore(copy, Optional.of(new KeySource.KeyFile(moved)));
        assertThat(named.vault.state().source()).isEqualTo(new KeySource.KeyFile(moved));
        assertThat(named.sold()).containsExactly(1L);
    }

    @Test
    void theRecoveryKeyOpensACopyWhoseSecretIsLost() throws Exception {
        sell(1);
        Path next = temp.resolve("next.key");
        Path recovery = temp.resolve("recovery");
        try (RecoveryKey shown = store.vault().rotateBoth(new KeySource.KeyFile(next), () -> {})) {
            Files.writeString(recovery, new String(shown.text()));
        }
        Path copy = temp.resolve("copy");
        backups.make(copy, UNHEARD);
        Files.delete(next);
        assertFault(StorageFault.Kind.KEY_MISSING, () -> new Other("nowhere").restore(copy, Optional.empty()));
        Path wrong = Files.writeString(temp.resolve("wrong"), "0".repeat(56));
        Path mine = temp.resolve("mine.key");
        Other refused = new Other("refused");
        assertFault(StorageFault.Kind.WRONG_KEY, () -> refused.recover(copy, wrong, mine));
        assertThat(refused.folder.resolve("vault.json")).doesNotExist();
        assertThat(mine).doesNotExist();
        Other other = new Other("other");
        other.recover(copy, recovery, mine);
        assertThat(other.vault.state())
                .isEqualTo(new VaultState(new KeySource.KeyFile(mine), "HKDF-SHA256", true, false));
        assertThat(other.sold()).containsExactly(1L);
    }

    @Test
    void aCopyIsWholeHoweverMuchIsSoldMeanwhile() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        Thread till = new Thread(() -> {
            try {
                for (long id = 1; on.get(); id++) {
                    sell(id);
                }
            } catch (StorageFault e) {
                throw new IllegalStateException(e);
            }
        });
        till.start();
        try {
            for (int i = 0; i < 5; i++) {
                Thread.sleep(100);
                backups.make(temp.resolve("copy" + i), UNHEARD);
            }
        } finally {
            on.set(false);
            till.join();
        }
        long before = 0;
        for (int i = 0; i < 5; i++) {
            Other other = new Other("other" + i);
            other.restore(temp.resolve("copy" + i), Optional.of(key));
            List<Long> sold = other.sold();
            assertThat(sold.size()).isGreaterThan((int) before);
            assertThat(sold.get(sold.size() - 1)).isEqualTo(sold.size());
            before = sold.size();
        }
    }

    @Test
    void aTouchedCopyIsRefusedAndNothingIsMadeOfIt() throws Exception {
        byte[] noise = new byte[700_000];
        new Random(1).nextBytes(noise);
        Files.write(store.folder().resolve("receipts.bin"), noise);
        sell(1);
        Path copy = temp.resolve("copy");
        backups.make(copy, UNHEARD);
        byte[] whole = Files.readAllBytes(copy);
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            byte[] touched = whole.clone();
            int at = i < 50 ? i * 17 : random.nextInt(whole.length);
            touched[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(touched);
        }
        for (int i = 0; i < 50; i++) {
            assertRefused(Arrays.copyOf(whole, random.nextInt(whole.length)));
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void piecesOutOfTheirOrderAreRefused() throws Exception {
        byte[] noise = new byte[900_000];
        new Random(1).nextBytes(noise);
        Files.write(store.folder().resolve("receipts.bin"), noise);
        Path copy = temp.resolve("copy");
        backups.make(copy, UNHEARD);
        byte[] whole = Files.readAllBytes(copy);
        int start = 0;
        for (int lines = 0; lines < 2; start++) {
            lines += whole[start] == '\n' ? 1 : 0;
        }
        List<byte[]> pieces = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(whole, start, whole.length - start);
        while (rest.hasRemaining()) {
            byte[] piece = new byte[Integer.BYTES + rest.getInt(rest.position())];
            rest.get(piece);
            pieces.add(piece);
        }
        assertThat(pieces.size()).isGreaterThan(3);
        byte[] head = Arrays.copyOf(whole, start);
        assertRefused(joined(head, pieces.get(1), pieces.get(0), pieces.get(2)));
        assertRefused(joined(head, pieces.subList(0, pieces.size() - 1).toArray(byte[][]::new)));
        assertRefused(joined(head, pieces.subList(1, pieces.size()).toArray(byte[][]::new)));
    }

    private static byte[] joined(byte[] head, byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private void assertRefused(byte[] touched) throws IOException {
        Path file = Files.write(temp.resolve("touched"), touched);
        Other other = new Other("refused");
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> other.restore(file, Optional.of(key)));
        assertThat(other.folder.resolve("store.json")).doesNotExist();
        assertThat(other.folder.resolve("vault.json")).doesNotExist();
        assertThat(other.folder.resolve("data")).doesNotExist();
        assertThat(other.folder.resolve("restoring")).doesNotExist();
    }

    @Test
    void whatMustNotBeIsRefused() throws Exception {
        sell(1);
        Path copy = temp.resolve("copy");
        backups.make(copy, UNHEARD);
        byte[] before = Files.readAllBytes(copy);
        assertFault(StorageFault.Kind.OTHER, () -> backups.make(copy, UNHEARD));
        assertThat(Files.readAllBytes(copy)).isEqualTo(before);
        assertFault(StorageFault.Kind.OTHER, () -> backups.make(store.folder().resolve("copy"), UNHEARD));
        assertFault(StorageFault.Kind.OTHER, () -> backups.make(temp.resolve("nowhere/copy"), UNHEARD));
        assertFault(StorageFault.Kind.OTHER, () -> backups.restore(copy, Optional.empty(), UNHEARD));
        Path wrong = temp.resolve("wrong.key");
        NewKey.write(wrong);
        assertFault(
                StorageFault.Kind.WRONG_KEY,
                () -> new Other("wrong").restore(copy, Optional.of(new KeySource.KeyFile(wrong))));
        assertFault(StorageFault.Kind.OTHER, () -> new Other("no").restore(temp.resolve("none"), Optional.of(key)));
        assertThat(sold(database)).containsExactly(1L);
    }

    /** A key file of somebody else's. */
    private static final class NewKey {

        static void write(Path file) throws IOException {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) 9);
            Files.write(file, key);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
