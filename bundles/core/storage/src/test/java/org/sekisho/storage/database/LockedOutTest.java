package org.sekisho.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;

/** Where the secret does not open the vault, the database is not touched, and opens once the right one is back. */
class LockedOutTest {

    @TempDir
    Path temp;

    private TestStore store;
    private Path key;

    @BeforeEach
    void sell() throws Exception {
        store = TestStore.in(temp, "hsqldb");
        key = store.vault().defaultKeyFile();
        RegisterDatabase database = store.open(TestStore.SALES);
        database.transact(tx -> {
            tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", 1L, "rice ball");
            return true;
        });
        database.stop();
    }

    @Test
    void missingKeyFile() throws Exception {
        assertLockedOut(StorageFault.Kind.KEY_MISSING, key, null);
    }

    @Test
    void damagedKeyFile() throws Exception {
        byte[] flipped = Files.readAllBytes(key);
        flipped[7] ^= 1;
        assertLockedOut(StorageFault.Kind.WRONG_KEY, key, flipped);
    }

    @Test
    void cutKeyFile() throws Exception {
        assertLockedOut(StorageFault.Kind.WRONG_KEY, key, new byte[31]);
    }

    @Test
    void wrongPassphrase() throws Exception {
        Path pass = Files.writeString(temp.resolve("pass"), "open sesame\n");
        Files.setPosixFilePermissions(pass, PosixFilePermissions.fromString("rw-------"));
        store.vault().rotate(new KeySource.PassphraseFile(pass), () -> {});
        assertLockedOut(StorageFault.Kind.WRONG_KEY, pass, "open sesami\n".getBytes(UTF_8));
    }

    @Test
    void damagedVaultFile() throws Exception {
        Path file = store.folder().resolve("vault.json");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length - 1; at += 37) {
            byte[] cut = Arrays.copyOf(whole, at);
            assertLockedOut(StorageFault.Kind.DAMAGED, file, cut);
        }
    }

    /** @param wrong what stands in the file instead; null: it is gone */
    private void assertLockedOut(StorageFault.Kind kind, Path file, byte @Nullable [] wrong) throws Exception {
        byte[] right = Files.readAllBytes(file);
        Map<String, String> before = data();
        RegisterDatabase database = store.open(TestStore.SALES);
        try {
            if (wrong == null) {
                Files.move(file, temp.resolve("aside"));
            } else {
                Files.write(file, wrong);
            }
            assertThatExceptionOfType(StorageFault.class)
                    .isThrownBy(database::open)
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind))
                    .withMessageContaining(file.toString());
            assertThat(data()).isEqualTo(before);
            if (wrong == null) {
                Files.move(temp.resolve("aside"), file);
            } else {
                Files.write(file, right);
            }
            assertThat(database.<String>read(tx -> {
                        try (ResultSet row = tx.prepare("SELECT body FROM sale").executeQuery()) {
                            row.next();
                            return row.getString(1);
                        }
                    }))
                    .isEqualTo("rice ball");
        } finally {
            database.stop();
        }
    }

    private Map<String, String> data() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(store.data())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
