package org.sekisho.vault.bouncycastle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Vault;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.testkit.VaultContract;

class EnvelopeVaultTest implements VaultContract {

    private final EnvelopeVault vault = new EnvelopeVault();

    @Override
    public Vault vault() {
        return vault;
    }

    private static MasterSecret key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return MasterSecret.ofKey(key);
    }

    private static MasterSecret passphrase(String text) {
        return MasterSecret.ofPassphrase(text.getBytes(UTF_8));
    }

    private static void assertFault(VaultFault.Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(call)
                .extracting(VaultFault::kind)
                .isEqualTo(kind);
    }

    @Test
    void derivationIsSaidAndStretchesWhatPeopleThinkUp() throws VaultFault {
        String keyed = vault.create(key(1));
        String said = vault.create(passphrase("correct horse"));
        assertThat(said).contains("Argon2id").contains("65536");
        assertThat(vault.derivation(keyed)).isEqualTo("HKDF-SHA256");
        assertThat(vault.derivation(said)).matches("Argon2id, 65536 KiB, [0-9]+ passes, 1 lane");
        assertFault(VaultFault.Kind.ENVELOPE, () -> vault.rewrap(keyed.replace('a', 'b'), key(1), key(2)));
    }

    @Test
    void servesNobodyButStorage() {
        assertThat(new EnvelopeVault("org.sekisho.storage")).isNotNull();
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> new EnvelopeVault("org.example.loyalty"))
                .withMessageContaining("org.example.loyalty");
    }

    @Test
    void everyChangedCharacterOfTheEnvelopeIsRefused() {
        String envelope = vault.create(key(1));
        for (int i = 0; i < envelope.length(); i++) {
            char changed = envelope.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = envelope.substring(0, i) + changed + envelope.substring(i + 1);
            assertFault(VaultFault.Kind.ENVELOPE, () -> vault.open(damaged, key(1)));
        }
    }

    @Test
    void truncatedEnvelopeIsRefused() {
        String envelope = vault.create(key(1));
        for (int length = 0; length < envelope.length(); length++) {
            String damaged = envelope.substring(0, length);
            assertFault(VaultFault.Kind.ENVELOPE, () -> vault.open(damaged, key(1)));
        }
        assertFault(VaultFault.Kind.ENVELOPE, () -> vault.open(envelope + envelope, key(1)));
    }

    @Test
    void duplicateNameInTheEnvelopeIsRefused() {
        String envelope = vault.create(key(1)).replaceFirst("\\{", "{\"format\":1,");
        assertFault(VaultFault.Kind.ENVELOPE, () -> vault.open(envelope, key(1)));
    }

    @Test
    void envelopeThatAsksForTooMuchMemoryIsRefused() {
        String envelope = vault.create(passphrase("p")).replace("65536", "2000000000");
        assertFault(VaultFault.Kind.ENVELOPE, () -> vault.open(envelope, passphrase("p")));
    }

    @Test
    void closedKeyIsZeroed() {
        byte[] bytes = {1, 2, 3};
        new WipedKey(bytes).close();
        assertThat(bytes).containsOnly(0);
    }
}
