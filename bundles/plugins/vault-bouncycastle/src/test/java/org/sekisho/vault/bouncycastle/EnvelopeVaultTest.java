package org.sekisho.vault.bouncycastle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;

class EnvelopeVaultTest {

    private static final byte[] CONTEXT = "sale".getBytes(UTF_8);
    private static final byte[] PLAIN = "おにぎり 鮭 148".getBytes(UTF_8);

    private final EnvelopeVault vault = new EnvelopeVault();

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
    void servesNobodyButStorage() {
        assertThat(new EnvelopeVault("org.sekisho.storage")).isNotNull();
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> new EnvelopeVault("org.example.loyalty"))
                .withMessageContaining("org.example.loyalty");
    }

    @Test
    void recordSealedUnderAKeyFileOpensAgain() throws VaultFault {
        String envelope = vault.create(key(1));
        byte[] sealed;
        try (Sealer sealer = vault.open(envelope, key(1))) {
            sealed = sealer.seal(PLAIN, CONTEXT);
        }
        try (Sealer sealer = vault.open(envelope, key(1))) {
            assertThat(sealer.open(sealed, CONTEXT)).isEqualTo(PLAIN);
        }
    }

    @Test
    void anotherSecretOpensWhatWasSealedAndTheOneBeforeDoesNot() throws VaultFault {
        String first = vault.create(key(1));
        byte[] sealed;
        try (Sealer sealer = vault.open(first, key(1))) {
            sealed = sealer.seal(PLAIN, CONTEXT);
        }
        String second = vault.rewrap(first, key(1), passphrase("correct horse"));
        try (Sealer sealer = vault.open(second, passphrase("correct horse"))) {
            assertThat(sealer.open(sealed, CONTEXT)).isEqualTo(PLAIN);
        }
        assertFault(VaultFault.Kind.WRONG_SECRET, () -> vault.open(second, key(1)));
        assertFault(VaultFault.Kind.WRONG_SECRET, () -> vault.rewrap(second, key(1), key(2)));
        assertFault(VaultFault.Kind.ENVELOPE, () -> vault.rewrap(second.replace('a', 'b'), key(1), key(2)));
        assertThat(vault.derivation(first)).isEqualTo("HKDF-SHA256");
        assertThat(vault.derivation(second)).matches("Argon2id, 65536 KiB, [0-9]+ passes, 1 lane");
    }

    @Test
    void recordSealedUnderAPassphraseOpensAgain() throws VaultFault {
        String envelope = vault.create(passphrase("correct horse"));
        assertThat(envelope).contains("Argon2id").contains("65536");
        try (Sealer one = vault.open(envelope, passphrase("correct horse"));
                Sealer two = vault.open(envelope, passphrase("correct horse"))) {
            assertThat(two.open(one.seal(PLAIN, CONTEXT), CONTEXT)).isEqualTo(PLAIN);
        }
        assertFault(VaultFault.Kind.WRONG_SECRET, () -> vault.open(envelope, passphrase("correct horsf")));
    }

    @Test
    void wrongKeyIsRefused() {
        String envelope = vault.create(key(1));
        assertFault(VaultFault.Kind.WRONG_SECRET, () -> vault.open(envelope, key(2)));
    }

    @Test
    void passphraseDoesNotOpenWhatAKeyFileClosed() {
        String envelope = vault.create(key('a'));
        assertFault(VaultFault.Kind.WRONG_SECRET, () -> vault.open(envelope, passphrase("a".repeat(32))));
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
    void everyFlippedBitOfARecordIsRefused() throws VaultFault {
        try (Sealer sealer = vault.open(vault.create(key(1)), key(1))) {
            byte[] sealed = sealer.seal(PLAIN, CONTEXT);
            assertThat(sealed).hasSize(PLAIN.length + Sealer.OVERHEAD);
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                byte[] flipped = sealed.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertFault(VaultFault.Kind.RECORD, () -> sealer.open(flipped, CONTEXT));
            }
            assertThat(sealer.open(sealed, CONTEXT)).isEqualTo(PLAIN);
        }
    }

    @Test
    void shortenedRecordIsRefused() throws VaultFault {
        try (Sealer sealer = vault.open(vault.create(key(1)), key(1))) {
            byte[] sealed = sealer.seal(PLAIN, CONTEXT);
            for (int length = 0; length < sealed.length; length++) {
                byte[] cut = Arrays.copyOf(sealed, length);
                assertFault(VaultFault.Kind.RECORD, () -> sealer.open(cut, CONTEXT));
            }
        }
    }

    @Test
    void recordOfAnotherContextIsRefused() throws VaultFault {
        try (Sealer sealer = vault.open(vault.create(key(1)), key(1))) {
            byte[] sealed = sealer.seal(PLAIN, CONTEXT);
            assertFault(VaultFault.Kind.RECORD, () -> sealer.open(sealed, "item".getBytes(UTF_8)));
        }
    }

    @Test
    void recordOfAnotherVaultIsRefused() throws VaultFault {
        try (Sealer one = vault.open(vault.create(key(1)), key(1));
                Sealer two = vault.open(vault.create(key(1)), key(1))) {
            byte[] sealed = one.seal(PLAIN, CONTEXT);
            assertFault(VaultFault.Kind.RECORD, () -> two.open(sealed, CONTEXT));
        }
    }

    @Test
    void samePlainTextNeverLooksTheSame() throws VaultFault {
        try (Sealer sealer = vault.open(vault.create(key(1)), key(1))) {
            assertThat(sealer.seal(PLAIN, CONTEXT)).isNotEqualTo(sealer.seal(PLAIN, CONTEXT));
        }
    }

    @Test
    void closedSealerForgetsItsKey() throws VaultFault {
        Sealer sealer = vault.open(vault.create(key(1)), key(1));
        byte[] sealed = sealer.seal(PLAIN, CONTEXT);
        sealer.close();
        assertThatIllegalStateException().isThrownBy(() -> sealer.open(sealed, CONTEXT));
        assertThatIllegalStateException().isThrownBy(() -> sealer.seal(PLAIN, CONTEXT));
    }

    @Test
    void closedKeyIsZeroed() {
        byte[] bytes = {1, 2, 3};
        new WipedKey(bytes).close();
        assertThat(bytes).containsOnly(0);
    }
}
