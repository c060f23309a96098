package org.sekisho.storage.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.database.FolderHome;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

/** What storage makes of a token's answers; the token itself is asked in the plugin's tests. */
class TokensTest {

    @TempDir
    Path folder;

    private final Drawer drawer = new Drawer();
    private HomeVault vault;
    private KeySource.Token token;

    @BeforeEach
    void makeHome() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        vault = new HomeVault(
                new FolderHome(home, "hsqldb"),
                new EnvelopeVault(),
                Map.of("HOME", folder.resolve("user").toString()));
        vault.token = drawer;
        Path configuration = Files.writeString(folder.resolve("token.cfg"), "name = drawer\n");
        Path pin = Files.writeString(folder.resolve("pin"), "1234\nsecond line\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        token = new KeySource.Token(configuration, pin, "");
    }

    @Test
    void sameTokenOpensItAgainAndAnotherDoesNot() throws StorageFault {
        vault.create(token);
        vault.open().close();
        assertThat(vault.state().source())
                .isInstanceOfSatisfying(
                        KeySource.Token.class,
                        kept -> assertThat(kept.challenge()).hasSize(96));
        drawer.key = 2;
        assertRefused(StorageFault.Kind.WRONG_KEY, "is not the secret that opens the register");
        drawer.key = 1;
        vault.open().close();
    }

    @Test
    void eachRotationAsksTheTokenSomethingElse() throws StorageFault {
        vault.create(token);
        String before = ((KeySource.Token) vault.state().source()).challenge();
        vault.rotate(token, () -> {});
        assertThat(((KeySource.Token) vault.state().source()).challenge()).isNotEqualTo(before);
        vault.open().close();
    }

    @Test
    void withoutThePluginItSaysWhichOneIsMissing() throws StorageFault {
        vault.create(token);
        vault.token = null;
        assertRefused(StorageFault.Kind.KEY_MISSING, "org.sekisho.vault.pkcs11, is not installed");
    }

    @Test
    void tokenThatRefusesSaysWhy() throws StorageFault {
        vault.create(token);
        for (VaultFault.Kind kind :
                new VaultFault.Kind[] {VaultFault.Kind.TOKEN_PIN, VaultFault.Kind.TOKEN_KEY, VaultFault.Kind.TOKEN}) {
            drawer.fault = kind;
            boolean missing = kind == VaultFault.Kind.TOKEN;
            assertRefused(
                    missing ? StorageFault.Kind.KEY_MISSING : StorageFault.Kind.WRONG_KEY,
                    "The token that " + token.path() + " names");
        }
    }

    @Test
    void pinInsideTheHomeIsRefused() {
        KeySource.Token inside = new KeySource.Token(token.path(), folder.resolve("home/pin"), "");
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> vault.create(inside))
                .withMessageContaining("lies inside the home");
        assertThat(vault.isDone()).isFalse();
    }

    private void assertRefused(StorageFault.Kind kind, String sentence) {
        ThrowingCallable opening = () -> vault.open().close();
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(opening)
                .withMessageContaining(sentence)
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    /** A token that holds one small number for a key, and takes 1234. */
    private static final class Drawer implements MasterToken {

        int key = 1;
        VaultFault.Kind fault = VaultFault.Kind.RECORD;

        @Override
        public void prepare(Path configuration, char[] pin) throws VaultFault {
            assertThat(pin).containsExactly('1', '2', '3', '4');
        }

        @Override
        public byte[] secret(Path configuration, char[] pin, byte[] challenge) throws VaultFault {
            assertThat(pin).containsExactly('1', '2', '3', '4');
            if (fault != VaultFault.Kind.RECORD) {
                throw new VaultFault(fault, "as the test wants it");
            }
            byte[] secret = Arrays.copyOf(challenge, 32);
            secret[0] ^= (byte) key;
            return secret;
        }
    }
}
