package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.RecoveryKey;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.database.FolderHome;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

/** A recovery key opens a home whose secret is lost; nothing else does. */
class RecoveryTest {

    private static final byte[] SECRET = "おにぎり".getBytes(UTF_8);

    @TempDir
    Path temp;

    private HomeVault vault;
    private Path home;
    private Path first;
    private Path recovery;
    private byte[] sealed;

    @BeforeEach
    void makeHome() throws Exception {
        home = temp.resolve("home");
        vault = vault("home");
        first = vault.defaultKeyFile();
        recovery = made("recovery", vault, first);
        sealed = new VaultSecrets(vault).seal(SECRET, "test");
    }

    private HomeVault vault(String name) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(name));
        return new HomeVault(
                new FolderHome(folder, "hsqldb"),
                new EnvelopeVault(),
                Map.of("HOME", temp.resolve("user").toString()));
    }

    private Path made(String name, HomeVault vault, Path keyFile) throws Exception {
        try (RecoveryKey key = vault.create(new KeySource.KeyFile(keyFile))) {
            return written(name, key);
        }
    }

    private Path written(String name, RecoveryKey key) throws IOException {
        return Files.writeString(temp.resolve(name), new String(key.text()) + "\n");
    }

    private void assertOpens() throws Exception {
        assertThat(new VaultSecrets(vault).open(sealed, "test")).isEqualTo(SECRET);
    }

    private void assertRefused(StorageFault.Kind kind, String said, Path recoveryKey, KeySource next)
            throws IOException {
        byte[] before = Files.readAllBytes(VaultFile.in(home));
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> vault.recover(recoveryKey, next))
                .withMessageContaining(said)
                .extracting(StorageFault::kind)
                .isEqualTo(kind);
        assertThat(Files.readAllBytes(VaultFile.in(home))).isEqualTo(before);
    }

    @Test
    void aLostSecretIsReplacedAndTheRecoveryKeyStays() throws Exception {
        Files.delete(first);
        Path next = temp.resolve("next.key");
        vault.recover(recovery, new KeySource.KeyFile(next));
        assertOpens();
        assertThat(vault.state().source()).isEqualTo(new KeySource.KeyFile(next));
        assertThat(vault.state().recoverable()).isTrue();
        Files.delete(next);
        Path passphrase = Files.writeString(temp.resolve("pass"), "correct horse battery\n");
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
        vault.recover(recovery, new KeySource.PassphraseFile(passphrase));
        assertOpens();
    }

    @Test
    void rotationKeepsTheRecoveryKey() throws Exception {
        Path next = temp.resolve("next.key");
        vault.rotate(new KeySource.KeyFile(next), () -> {});
        Files.delete(first);
        Files.delete(next);
        vault.recover(recovery, new KeySource.KeyFile(temp.resolve("third.key")));
        assertOpens();
    }

    @Test
    void aNewRecoveryKeyTakesThePlaceOfTheOneBefore() throws Exception {
        Path next = temp.resolve("next.key");
        Path newer;
        try (RecoveryKey key = vault.rotateBoth(new KeySource.KeyFile(next), () -> {})) {
            newer = written("newer", key);
        }
        assertOpens();
        Files.delete(next);
        KeySource third = new KeySource.KeyFile(temp.resolve("third.key"));
        assertRefused(StorageFault.Kind.WRONG_KEY, "replaced by a newer one", recovery, third);
        assertThat(temp.resolve("third.key")).doesNotExist();
        vault.recover(newer, third);
        assertOpens();
    }

    @Test
    void aRefusedRotationLeavesTheRecoveryKeyOfNow() throws Exception {
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> vault.rotateBoth(new KeySource.KeyFile(temp.resolve("next.key")), () -> {
                    throw new StorageFault(StorageFault.Kind.FULL, "the disk is full");
                }));
        vault.recover(recovery, new KeySource.KeyFile(temp.resolve("third.key")));
        assertOpens();
    }

    @Test
    void aTypingMistakeIsToldFromAnotherHomesKey() throws Exception {
        KeySource next = new KeySource.KeyFile(temp.resolve("next.key"));
        String text = Files.readString(recovery);
        Path mistaken =
                Files.writeString(temp.resolve("mistaken"), (text.charAt(0) == '7' ? '8' : '7') + text.substring(1));
        assertRefused(StorageFault.Kind.WRONG_KEY, "typing mistake: its 14 groups", mistaken, next);
        Path anothers = made("anothers", vault("another"), temp.resolve("another.key"));
        assertRefused(StorageFault.Kind.WRONG_KEY, "belongs to another home", anothers, next);
        assertRefused(StorageFault.Kind.KEY_MISSING, "is not there", temp.resolve("nothing"), next);
        assertRefused(
                StorageFault.Kind.OTHER, "lies inside the home", Files.copy(recovery, home.resolve("recovery")), next);
        assertRefused(
                StorageFault.Kind.OTHER, "lies inside the home", recovery, new KeySource.KeyFile(home.resolve("k")));
        assertRefused(
                StorageFault.Kind.KEY_MISSING, "", recovery, new KeySource.PassphraseFile(temp.resolve("nothing")));
        assertThat(temp.resolve("next.key")).doesNotExist();
        assertOpens();
    }

    @Test
    void theRecoveryKeyIsNoKeyFileAndStandsNowhereInTheHome() throws Exception {
        String said = Files.readString(recovery).strip();
        assertThat(Files.readString(VaultFile.in(home))).doesNotContain(said, said.substring(0, 9));
        Files.copy(recovery, first, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> vault.open());
    }

    @Test
    void anotherHomesSecondEnvelopeOpensNothing() throws Exception {
        Path anothers = made("anothers", vault("another"), temp.resolve("another.key"));
        JsonObject own = json(home);
        own.add("recovery", json(temp.resolve("another")).get("recovery"));
        Files.writeString(VaultFile.in(home), own.toString());
        KeySource next = new KeySource.KeyFile(temp.resolve("next.key"));
        assertRefused(StorageFault.Kind.DAMAGED, "was changed", anothers, next);
        assertRefused(StorageFault.Kind.WRONG_KEY, "", recovery, next);
        assertOpens();
    }

    @Test
    void aHomeWithoutARecoveryKeyOpensAndGetsOneByARotation() throws Exception {
        JsonObject older = json(home);
        older.remove("recovery");
        Files.writeString(VaultFile.in(home), older.toString());
        assertOpens();
        assertThat(vault.state().recoverable()).isFalse();
        KeySource next = new KeySource.KeyFile(temp.resolve("next.key"));
        assertRefused(StorageFault.Kind.OTHER, "no recovery key for this home", recovery, next);
        try (RecoveryKey key = vault.rotateBoth(next, () -> {})) {
            Path newer = written("newer", key);
            vault.recover(newer, new KeySource.KeyFile(temp.resolve("third.key")));
        }
        assertOpens();
    }

    private static JsonObject json(Path home) throws IOException {
        return JsonParser.parseString(Files.readString(VaultFile.in(home))).getAsJsonObject();
    }
}
