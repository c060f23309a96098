package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.VaultSetup;
import org.sekisho.storage.VaultState;
import org.sekisho.storage.database.FolderHome;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

class HomeVaultTest {

    @TempDir
    Path temp;

    private Path home;
    private HomeVault vault;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectories(temp.resolve("home"));
        vault = vault(Map.of("HOME", temp.resolve("user").toString()));
    }

    private HomeVault vault(Map<String, String> environment) {
        return new HomeVault(new FolderHome(home, "hsqldb"), new EnvelopeVault(), environment);
    }

    private static void assertFault(StorageFault.Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(call)
                .extracting(StorageFault::kind)
                .isEqualTo(kind);
    }

    private Path secret(String name, byte[] content, String permissions) throws IOException {
        Path file = temp.resolve(name);
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    private Path writtenKey() throws StorageFault {
        Path file = vault.defaultKeyFile();
        vault.create(new KeySource.KeyFile(file));
        return file;
    }

    @Test
    void defaultKeyFileIsTheOwnersAlone() throws Exception {
        Path file = writtenKey();
        assertThat(file.getParent()).isEqualTo(temp.resolve("user/.config/sekisho"));
        assertThat(Files.size(file)).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        vault.open().close();
    }

    @Test
    void configurationFolderOfTheEnvironmentIsUsed() {
        Path xdg = temp.resolve("xdg");
        assertThat(vault(Map.of("XDG_CONFIG_HOME", xdg.toString(), "HOME", "/nobody"))
                        .defaultKeyFile())
                .startsWithRaw(xdg.resolve("sekisho"));
        assertThat(vault(Map.of("XDG_CONFIG_HOME", "relative", "HOME", temp.toString()))
                        .defaultKeyFile())
                .startsWithRaw(temp.resolve(".config/sekisho"));
    }

    @Test
    void homesDoNotShareAKeyFile() {
        Path one = vault.defaultKeyFile();
        home = temp.resolve("other/home");
        assertThat(vault(Map.of("HOME", temp.resolve("user").toString())).defaultKeyFile())
                .isNotEqualTo(one);
    }

    @Test
    void vaultFileHoldsNoSecret() throws Exception {
        byte[] passphrase = "open sesame".getBytes(UTF_8);
        vault.create(new KeySource.PassphraseFile(secret("pass", passphrase, "rw-------")));
        String text = Files.readString(home.resolve("vault.json"));
        assertThat(text).doesNotContain("sesame").contains("Argon2id");
        try (OpenVault opened = vault.open()) {
            assertThat(text).doesNotContain(opened.access());
        }
    }

    @Test
    void passphraseIsTheFirstLine() throws Exception {
        Path file = secret("pass", "open sesame\r\nsecond line\n".getBytes(UTF_8), "rw-------");
        vault.create(new KeySource.PassphraseFile(file));
        Files.write(file, "open sesame".getBytes(UTF_8));
        vault.open().close();
        Files.write(file, "open Sesame".getBytes(UTF_8));
        assertFault(StorageFault.Kind.WRONG_KEY, vault::open);
        Files.write(file, "\n".getBytes(UTF_8));
        assertFault(StorageFault.Kind.WRONG_KEY, vault::open);
    }

    @Test
    void homeWithoutAVaultIsNotInitialised() {
        assertThat(vault.isDone()).isFalse();
        assertFault(StorageFault.Kind.NOT_INITIALISED, vault::open);
    }

    @Test
    void secondVaultIsRefused() throws Exception {
        Path file = writtenKey();
        assertFault(StorageFault.Kind.OTHER, () -> vault.create(new KeySource.KeyFile(file)));
        vault.open().close();
    }

    @Test
    void missingKeyIsSaidSo() throws Exception {
        Path file = writtenKey();
        Files.delete(file);
        assertFault(StorageFault.Kind.KEY_MISSING, vault::open);
        assertThatExceptionOfType(StorageFault.class).isThrownBy(vault::open).withMessageContaining(file.toString());
    }

    @Test
    void wrongKeyIsSaidSo() throws Exception {
        Path file = writtenKey();
        Files.write(file, new byte[32]);
        assertFault(StorageFault.Kind.WRONG_KEY, vault::open);
        Files.write(file, new byte[31]);
        assertFault(StorageFault.Kind.WRONG_KEY, vault::open);
    }

    @Test
    void keyThatOthersCanReadIsRefused() throws Exception {
        Path file = writtenKey();
        for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw-rw-rw-"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertFault(StorageFault.Kind.OTHER, vault::open);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        vault.open().close();
    }

    @Test
    void passphraseThatOthersCanReadIsRefused() throws Exception {
        Path file = secret("pass", "open sesame".getBytes(UTF_8), "rw-r--r--");
        assertFault(StorageFault.Kind.OTHER, () -> vault.create(new KeySource.PassphraseFile(file)));
        assertThat(vault.isDone()).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        vault.create(new KeySource.PassphraseFile(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertFault(StorageFault.Kind.OTHER, vault::open);
    }

    @Test
    void secretInsideTheHomeIsRefused() throws Exception {
        assertFault(StorageFault.Kind.OTHER, () -> vault.create(new KeySource.KeyFile(home.resolve("a.key"))));
        assertFault(
                StorageFault.Kind.OTHER, () -> vault.create(new KeySource.KeyFile(home.resolve("../home/deep/a.key"))));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void linkIntoTheHomeIsRefused() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("elsewhere"), home);
        assertFault(StorageFault.Kind.OTHER, () -> vault.create(new KeySource.KeyFile(link.resolve("a.key"))));
        Path file = writtenKey();
        Path inside = home.resolve("moved.key");
        Files.move(file, inside);
        Files.createSymbolicLink(file, inside);
        assertFault(StorageFault.Kind.OTHER, vault::open);
    }

    @Test
    void passphraseFileIsNotMade() {
        assertFault(
                StorageFault.Kind.KEY_MISSING,
                () -> vault.create(new KeySource.PassphraseFile(temp.resolve("nothing there"))));
        assertThat(vault.isDone()).isFalse();
    }

    @Test
    void vaultFileThatIsNoJsonIsDamaged() throws Exception {
        writtenKey();
        Files.writeString(home.resolve("vault.json"), "{\"schema\":1}");
        assertFault(StorageFault.Kind.DAMAGED, vault::open);
        Files.writeString(home.resolve("vault.json"), "no json");
        assertFault(StorageFault.Kind.DAMAGED, vault::open);
    }

    private static final VaultSetup.Step NOTHING = () -> {};

    private byte[] sealedNow() throws Exception {
        try (OpenVault open = vault.open()) {
            return open.sealer().seal("おにぎり".getBytes(UTF_8), "rotation".getBytes(UTF_8));
        }
    }

    private void assertOpens(byte[] sealed) throws Exception {
        try (OpenVault open = vault.open()) {
            assertThat(open.sealer().open(sealed, "rotation".getBytes(UTF_8))).isEqualTo("おにぎり".getBytes(UTF_8));
        }
    }

    @Test
    void anotherSecretOpensTheHomeAndTheOneBeforeDoesNot() throws Exception {
        Path first = writtenKey();
        byte[] sealed = sealedNow();
        Path next = vault.nextKeyFile();
        assertThat(next)
                .isEqualTo(first.resolveSibling(first.getFileName().toString().replace(".key", "-2.key")));
        vault.rotate(new KeySource.KeyFile(next), NOTHING);
        assertThat(vault.state()).isEqualTo(new VaultState(new KeySource.KeyFile(next), "HKDF-SHA256", true, false));
        assertOpens(sealed);
        Files.delete(first);
        assertOpens(sealed);

        Path passphrase = secret("pass", "correct horse battery\n".getBytes(UTF_8), "rw-------");
        vault.rotate(new KeySource.PassphraseFile(passphrase), NOTHING);
        assertThat(vault.state().source()).isEqualTo(new KeySource.PassphraseFile(passphrase));
        assertThat(vault.state().derivation()).startsWith("Argon2id");
        assertOpens(sealed);
        Files.writeString(passphrase, "wrong horse\n");
        assertFault(StorageFault.Kind.WRONG_KEY, () -> vault.open());
        assertFault(StorageFault.Kind.WRONG_KEY, () -> vault.state());
        assertFault(StorageFault.Kind.WRONG_KEY, () -> vault.rotate(new KeySource.KeyFile(next), NOTHING));
    }

    /** systemd keeps others away by an access control list, whose mask shows as the group's mode (systemd.exec(5)). */
    @Test
    void credentialOfSystemdMayShowTheGroupAndNothingElseMay() throws Exception {
        writtenKey();
        Path credentials = Files.createDirectories(temp.resolve("credentials"));
        byte[] key = new byte[32];
        key[0] = 1;
        Path credential = secret("credentials/vault.key", key, "r--r-----");
        Path elsewhere = secret("elsewhere.key", key, "r--r-----");
        HomeVault service =
                vault(Map.of("HOME", temp.resolve("user").toString(), "CREDENTIALS_DIRECTORY", credentials.toString()));
        assertFault(StorageFault.Kind.OTHER, () -> vault.rotate(new KeySource.KeyFile(credential), NOTHING));
        assertFault(StorageFault.Kind.OTHER, () -> service.rotate(new KeySource.KeyFile(elsewhere), NOTHING));
        service.rotate(new KeySource.KeyFile(credential), NOTHING);
        service.open().close();
        assertThat(service.state().source()).isEqualTo(new KeySource.KeyFile(credential));
        assertFault(StorageFault.Kind.OTHER, vault::open);
        Path link = Files.createSymbolicLink(credentials.resolve("link.key"), elsewhere);
        assertFault(StorageFault.Kind.OTHER, () -> service.rotate(new KeySource.KeyFile(link), NOTHING));
    }

    @Test
    void aRotationThatIsRefusedChangesNothing() throws Exception {
        Path first = writtenKey();
        byte[] before = Files.readAllBytes(VaultFile.in(home));
        KeySource copy = new KeySource.KeyFile(secret("copy.key", Files.readAllBytes(first), "rw-------"));
        KeySource open = new KeySource.KeyFile(secret("open.key", new byte[32], "rw-r--r--"));
        KeySource torn = new KeySource.KeyFile(secret("torn.key", new byte[31], "rw-------"));
        KeySource empty = new KeySource.PassphraseFile(secret("empty", new byte[0], "rw-------"));
        KeySource inside = new KeySource.KeyFile(home.resolve("next.key"));
        assertFault(StorageFault.Kind.OTHER, () -> vault.rotate(new KeySource.KeyFile(first), NOTHING));
        assertFault(StorageFault.Kind.OTHER, () -> vault.rotate(copy, NOTHING));
        assertFault(StorageFault.Kind.OTHER, () -> vault.rotate(open, NOTHING));
        assertFault(StorageFault.Kind.WRONG_KEY, () -> vault.rotate(torn, NOTHING));
        assertFault(StorageFault.Kind.WRONG_KEY, () -> vault.rotate(empty, NOTHING));
        assertFault(StorageFault.Kind.OTHER, () -> vault.rotate(inside, NOTHING));
        assertThat(home.resolve("next.key")).doesNotExist();
        Path next = temp.resolve("next.key");
        StorageFault full = new StorageFault(StorageFault.Kind.OTHER, "the disk is full");
        assertFault(
                StorageFault.Kind.OTHER,
                () -> vault.rotate(new KeySource.KeyFile(next), () -> {
                    throw full;
                }));
        assertThat(Files.readAllBytes(VaultFile.in(home))).isEqualTo(before);
        vault.open().close();

        Files.delete(first);
        assertFault(StorageFault.Kind.KEY_MISSING, () -> vault.rotate(new KeySource.KeyFile(next), NOTHING));
        assertFault(StorageFault.Kind.KEY_MISSING, () -> vault.state());
    }
}
