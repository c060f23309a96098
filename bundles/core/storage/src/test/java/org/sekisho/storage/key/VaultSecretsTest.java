package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.database.FolderHome;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

class VaultSecretsTest {

    private static final byte[] SECRET = "thirty-two bytes of secret, here".getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void aSecretOpensForItsPurposeInItsHomeOnly() throws Exception {
        VaultSecrets secrets = secrets("one");
        byte[] sealed = secrets.seal(SECRET, "lane 1");
        assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
        assertThat(secrets.open(sealed, "lane 1")).isEqualTo(SECRET);
        assertRefused(secrets, sealed, "lane 2");
        assertRefused(secrets("two"), sealed, "lane 1");
        sealed[20] ^= 1;
        assertRefused(secrets, sealed, "lane 1");
    }

    private static void assertRefused(VaultSecrets secrets, byte[] sealed, String purpose) {
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> secrets.open(sealed, purpose))
                .withMessageContaining("was changed or belongs to another home");
    }

    private VaultSecrets secrets(String name) throws Exception {
        HomeVault vault = new HomeVault(
                new FolderHome(Files.createDirectories(folder.resolve(name)), "hsqldb"),
                new EnvelopeVault(),
                Map.of("HOME", folder.toString()));
        vault.create(new KeySource.KeyFile(folder.resolve(name + ".key")));
        return new VaultSecrets(vault);
    }
}
