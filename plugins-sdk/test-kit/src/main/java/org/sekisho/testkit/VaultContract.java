package org.sekisho.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.Vault;
import org.sekisho.api.vault.VaultFault;

/** What every vault keeps, and the sealers that it gives out; a plugin's test implements this and adds its own format and costs. */
public interface VaultContract {

    /** The vault, as storage has it. */
    Vault vault();

    @Test
    default void whatWasSealedOpensAgain() throws VaultFault {
        for (MasterSecret.Kind kind : MasterSecret.Kind.values()) {
            String envelope = vault().create(secret(kind, 1));
            try (Sealer sealer = vault().open(envelope, secret(kind, 1));
                    Sealer again = vault().open(envelope, secret(kind, 1))) {
                for (int length : List.of(0, 1, 15, 16, 17, 4_096, 100_000)) {
                    byte[] plain = bytes(length);
                    assertThat(again.open(sealer.seal(plain, context(1)), context(1)))
                            .isEqualTo(plain);
                }
            }
        }
    }

    @Test
    default void sealingAddsWhatIsPromised() throws VaultFault {
        try (Sealer sealer = fresh()) {
            for (int length : List.of(0, 1, 16, 1_000)) {
                assertThat(sealer.seal(bytes(length), context(1))).hasSize(length + Sealer.OVERHEAD);
            }
        }
    }

    @Test
    default void sameRecordIsSealedDifferentlyEachTime() throws VaultFault {
        try (Sealer sealer = fresh()) {
            byte[] one = sealer.seal(bytes(64), context(1));
            byte[] other = sealer.seal(bytes(64), context(1));
            assertThat(HexFormat.of().formatHex(one, 0, 12))
                    .isNotEqualTo(HexFormat.of().formatHex(other, 0, 12));
            assertThat(HexFormat.of().formatHex(one, 12, 76))
                    .isNotEqualTo(HexFormat.of().formatHex(other, 12, 76));
        }
    }

    @Test
    default void everyFlippedBitOfARecordIsAFault() throws VaultFault {
        try (Sealer sealer = fresh()) {
            byte[] sealed = sealer.seal(bytes(24), context(1));
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                byte[] flipped = sealed.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                assertRecordFault(sealer, flipped, context(1));
            }
        }
    }

    @Test
    default void recordOfAnotherLengthIsAFault() throws VaultFault {
        try (Sealer sealer = fresh()) {
            byte[] sealed = sealer.seal(bytes(24), context(1));
            for (int length = 0; length < sealed.length + 20; length++) {
                if (length != sealed.length) {
                    assertRecordFault(sealer, Arrays.copyOf(sealed, length), context(1));
                }
            }
        }
    }

    @Test
    default void recordOfAnotherContextIsAFault() throws VaultFault {
        try (Sealer sealer = fresh()) {
            assertRecordFault(sealer, sealer.seal(bytes(24), context(1)), context(2));
            assertRecordFault(sealer, sealer.seal(bytes(24), context(1)), new byte[0]);
        }
    }

    @Test
    default void recordOfAnotherVaultIsAFault() throws VaultFault {
        try (Sealer one = fresh();
                Sealer other = fresh()) {
            assertRecordFault(other, one.seal(bytes(24), context(1)), context(1));
        }
    }

    @Test
    default void anotherSecretOpensNothing() {
        for (MasterSecret.Kind kind : MasterSecret.Kind.values()) {
            String envelope = vault().create(secret(kind, 1));
            for (MasterSecret.Kind other : MasterSecret.Kind.values()) {
                assertThatExceptionOfType(VaultFault.class)
                        .isThrownBy(
                                () -> vault().open(envelope, secret(other, 2)).close())
                        .extracting(VaultFault::kind)
                        .isEqualTo(VaultFault.Kind.WRONG_SECRET);
            }
        }
    }

    /** The same bytes as a passphrase are not the key. */
    @Test
    default void kindOfTheSecretCounts() {
        String envelope = vault().create(MasterSecret.ofKey(bytes(32)));
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> vault().open(envelope, MasterSecret.ofPassphrase(bytes(32)))
                        .close())
                .extracting(VaultFault::kind)
                .isEqualTo(VaultFault.Kind.WRONG_SECRET);
    }

    @Test
    default void everyChangedCharacterOfTheEnvelopeIsAFault() {
        String envelope = vault().create(secret(MasterSecret.Kind.KEY_FILE, 1));
        for (int at = 0; at < envelope.length(); at++) {
            char other = envelope.charAt(at) == '7' ? '8' : '7';
            String changed = envelope.substring(0, at) + other + envelope.substring(at + 1);
            assertThatExceptionOfType(VaultFault.class)
                    .as("character %d", at)
                    .isThrownBy(() -> vault().open(changed, secret(MasterSecret.Kind.KEY_FILE, 1))
                            .close());
        }
    }

    @Test
    default void anotherSecretOpensTheSameDataAndTheOneBeforeNoMore() throws VaultFault {
        String before = vault().create(secret(MasterSecret.Kind.KEY_FILE, 1));
        byte[] sealed;
        try (Sealer sealer = vault().open(before, secret(MasterSecret.Kind.KEY_FILE, 1))) {
            sealed = sealer.seal(bytes(24), context(1));
        }
        String after =
                vault().rewrap(before, secret(MasterSecret.Kind.KEY_FILE, 1), secret(MasterSecret.Kind.PASSPHRASE, 2));
        try (Sealer sealer = vault().open(after, secret(MasterSecret.Kind.PASSPHRASE, 2))) {
            assertThat(sealer.open(sealed, context(1))).isEqualTo(bytes(24));
        }
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> vault().open(after, secret(MasterSecret.Kind.KEY_FILE, 1))
                        .close());
    }

    @Test
    default void envelopeShowsNoSecret() throws VaultFault {
        byte[] passphrase = "a passphrase of some length".getBytes(UTF_8);
        String said = vault().create(MasterSecret.ofPassphrase(passphrase.clone()));
        String hex = HexFormat.of().formatHex(bytes(32));
        String keyed = vault().create(MasterSecret.ofKey(bytes(32)));
        assertThat(said + vault().derivation(said)).doesNotContain("a passphrase of some length");
        assertThat((keyed + vault().derivation(keyed)).toLowerCase(Locale.ROOT)).doesNotContain(hex);
    }

    @Test
    default void closedSealerDoesNothing() throws VaultFault {
        Sealer sealer = fresh();
        byte[] sealed = sealer.seal(bytes(24), context(1));
        sealer.close();
        assertThatThrownBy(() -> sealer.seal(bytes(24), context(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(sealed, context(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void whatIsHandedInStaysAsItWas() throws VaultFault {
        byte[] key = bytes(32);
        byte[] plain = bytes(24);
        byte[] context = context(1);
        String envelope = vault().create(MasterSecret.ofKey(key));
        try (Sealer sealer = vault().open(envelope, MasterSecret.ofKey(key))) {
            byte[] sealed = sealer.seal(plain, context);
            byte[] kept = sealed.clone();
            sealer.open(sealed, context);
            assertThat(sealed).isEqualTo(kept);
        }
        assertThat(key).isEqualTo(bytes(32));
        assertThat(plain).isEqualTo(bytes(24));
        assertThat(context).isEqualTo(context(1));
    }

    @Test
    default void manyThreadsSealAndOpenAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Sealer sealer = fresh()) {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Callable<Boolean>> each = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        together.await();
                        boolean right = true;
                        for (int time = 0; time < 500; time++) {
                            byte[] plain = bytes(time % 50);
                            byte[] sealed = sealer.seal(plain, context(number));
                            right &= Arrays.equals(plain, sealer.open(sealed, context(number)));
                        }
                        return right;
                    })
                    .toList();
            for (Future<Boolean> one : threads.invokeAll(each)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Sealer fresh() throws VaultFault {
        String envelope = vault().create(secret(MasterSecret.Kind.KEY_FILE, 1));
        return vault().open(envelope, secret(MasterSecret.Kind.KEY_FILE, 1));
    }

    private static void assertRecordFault(Sealer sealer, byte[] sealed, byte[] context) {
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> sealer.open(sealed, context))
                .extracting(VaultFault::kind)
                .isEqualTo(VaultFault.Kind.RECORD);
    }

    private static MasterSecret secret(MasterSecret.Kind kind, int number) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) ('a' + number));
        return kind == MasterSecret.Kind.KEY_FILE ? MasterSecret.ofKey(bytes) : MasterSecret.ofPassphrase(bytes);
    }

    private static byte[] context(int number) {
        return ("context " + number).getBytes(UTF_8);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            bytes[at] = (byte) (at * 7 + 3);
        }
        return bytes;
    }
}
