package org.sekisho.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.Vault;
import org.sekisho.api.vault.VaultFault;

class VaultContractTest {

    enum Flaw {
        NONE,
        LOSES_WHAT_IS_LONG,
        ADDS_A_BYTE,
        HAS_ONE_NONCE,
        HAS_NO_TAG,
        FORGIVES_WHAT_FOLLOWS,
        LEAVES_THE_CONTEXT_OUT,
        HAS_ONE_DATA_KEY,
        OPENS_TO_EVERYBODY,
        TAKES_A_KEY_FOR_A_PASSPHRASE,
        IGNORES_A_PART_OF_THE_ENVELOPE,
        KEEPS_THE_SECRET_BEFORE,
        SHOWS_THE_SECRET,
        STAYS_OPEN,
        WIPES_THE_RECORD,
        IS_FOR_ONE_THREAD
    }

    private static final Map<Flaw, String> FLAWS = Map.ofEntries(
            Map.entry(Flaw.LOSES_WHAT_IS_LONG, "whatWasSealedOpensAgain"),
            Map.entry(Flaw.ADDS_A_BYTE, "sealingAddsWhatIsPromised"),
            Map.entry(Flaw.HAS_ONE_NONCE, "sameRecordIsSealedDifferentlyEachTime"),
            Map.entry(Flaw.HAS_NO_TAG, "everyFlippedBitOfARecordIsAFault"),
            Map.entry(Flaw.FORGIVES_WHAT_FOLLOWS, "recordOfAnotherLengthIsAFault"),
            Map.entry(Flaw.LEAVES_THE_CONTEXT_OUT, "recordOfAnotherContextIsAFault"),
            Map.entry(Flaw.HAS_ONE_DATA_KEY, "recordOfAnotherVaultIsAFault"),
            Map.entry(Flaw.OPENS_TO_EVERYBODY, "anotherSecretOpensNothing"),
            Map.entry(Flaw.TAKES_A_KEY_FOR_A_PASSPHRASE, "kindOfTheSecretCounts"),
            Map.entry(Flaw.IGNORES_A_PART_OF_THE_ENVELOPE, "everyChangedCharacterOfTheEnvelopeIsAFault"),
            Map.entry(Flaw.KEEPS_THE_SECRET_BEFORE, "anotherSecretOpensTheSameDataAndTheOneBeforeNoMore"),
            Map.entry(Flaw.SHOWS_THE_SECRET, "envelopeShowsNoSecret"),
            Map.entry(Flaw.STAYS_OPEN, "closedSealerDoesNothing"),
            Map.entry(Flaw.WIPES_THE_RECORD, "whatIsHandedInStaysAsItWas"),
            Map.entry(Flaw.IS_FOR_ONE_THREAD, "manyThreadsSealAndOpenAtOnce"));

    @Test
    void rightVaultKeepsEveryPoint() {
        Flawed.flaw = Flaw.NONE;
        assertThat(Outcome.failures(Flawed.class)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> wrongVaultsBreakTheirPoints() {
        return Flaws.each(VaultContract.class, FLAWS, flaw -> {
            Flawed.flaw = flaw;
            return Outcome.failures(Flawed.class);
        });
    }

    /** Envelope: {@code note.wrapped.digest}; right (but for its quick derivation) but for one thing. */
    static final class Flawed implements VaultContract, Vault {

        static Flaw flaw = Flaw.NONE;

        @Override
        public Vault vault() {
            return this;
        }

        @Override
        public String create(MasterSecret master) {
            byte[] dataKey = new byte[32];
            if (flaw != Flaw.HAS_ONE_DATA_KEY) {
                new SecureRandom().nextBytes(dataKey);
            }
            return envelope(dataKey, master);
        }

        private static String envelope(byte[] dataKey, MasterSecret master) {
            String note = flaw == Flaw.SHOWS_THE_SECRET ? HexFormat.of().formatHex(master.bytes()) : "v1";
            byte[] wrapped = new Gcm(wrapping(master)).seal(dataKey, "wrap".getBytes(UTF_8));
            return note + "." + HexFormat.of().formatHex(wrapped) + "."
                    + digest(note, HexFormat.of().formatHex(wrapped));
        }

        private static String digest(String note, String wrapped) {
            String counted = flaw == Flaw.IGNORES_A_PART_OF_THE_ENVELOPE ? wrapped : note + wrapped;
            return HexFormat.of().formatHex(Flaws.sha256(counted.getBytes(UTF_8)));
        }

        private static byte[] wrapping(MasterSecret master) {
            String kind = flaw == Flaw.TAKES_A_KEY_FOR_A_PASSPHRASE
                    ? ""
                    : master.kind().name();
            byte[] secret = flaw == Flaw.OPENS_TO_EVERYBODY ? new byte[0] : master.bytes();
            return Flaws.sha256(kind.getBytes(UTF_8), secret);
        }

        private static byte[] dataKey(String envelope, MasterSecret master) throws VaultFault {
            String[] parts = envelope.split("\\.", -1);
            if (parts.length != 3 || !digest(parts[0], parts[1]).equals(parts[2])) {
                throw new VaultFault(VaultFault.Kind.ENVELOPE, "The envelope was changed.");
            }
            try {
                return new Gcm(wrapping(master)).open(HexFormat.of().parseHex(parts[1]), "wrap".getBytes(UTF_8));
            } catch (VaultFault e) {
                throw new VaultFault(VaultFault.Kind.WRONG_SECRET, "That is another secret.");
            }
        }

        @Override
        public String rewrap(String envelope, MasterSecret master, MasterSecret next) throws VaultFault {
            byte[] dataKey = dataKey(envelope, master);
            return flaw == Flaw.KEEPS_THE_SECRET_BEFORE ? envelope : envelope(dataKey, next);
        }

        @Override
        public String derivation(String envelope) {
            return "SHA-256";
        }

        @Override
        public Sealer open(String envelope, MasterSecret master) throws VaultFault {
            return new Flawing(new Gcm(dataKey(envelope, master)), new AtomicReference<>());
        }
    }

    /** The record: nonce, text, tag. */
    private static final class Gcm implements Sealer {

        private final byte[] key;
        private boolean closed;

        private Gcm(byte[] key) {
            this.key = key;
        }

        private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context);
            return cipher;
        }

        @Override
        public byte[] seal(byte[] plain, byte[] context) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            byte[] nonce = new byte[12];
            if (Flawed.flaw != Flaw.HAS_ONE_NONCE) {
                new SecureRandom().nextBytes(nonce);
            }
            try {
                byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
                byte[] sealed = Arrays.copyOf(nonce, 12 + text.length);
                System.arraycopy(text, 0, sealed, 12, text.length);
                return sealed;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] open(byte[] sealed, byte[] context) throws VaultFault {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            try {
                if (sealed.length < OVERHEAD) {
                    throw new VaultFault(VaultFault.Kind.RECORD, "That is too short.");
                }
                byte[] nonce = Arrays.copyOf(sealed, 12);
                return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, 12, sealed.length - 12);
            } catch (GeneralSecurityException e) {
                throw new VaultFault(VaultFault.Kind.RECORD, "The record was changed.");
            }
        }

        @Override
        public void close() {
            closed = Flawed.flaw != Flaw.STAYS_OPEN;
        }
    }

    /** Puts the one thing in that is wrong. */
    private record Flawing(Gcm right, AtomicReference<@Nullable Thread> first) implements Sealer {

        @Override
        public byte[] seal(byte[] plain, byte[] context) {
            byte[] sealed = Flawed.flaw == Flaw.HAS_NO_TAG ? untagged(plain) : right.seal(plain, bound(context));
            if (Flawed.flaw == Flaw.WIPES_THE_RECORD) {
                Arrays.fill(plain, (byte) 0);
            }
            if (Flawed.flaw == Flaw.IS_FOR_ONE_THREAD) {
                first.compareAndSet(null, Thread.currentThread());
                return first.get() == Thread.currentThread() ? sealed : new byte[sealed.length];
            }
            return Flawed.flaw == Flaw.ADDS_A_BYTE ? Arrays.copyOf(sealed, sealed.length + 1) : sealed;
        }

        @Override
        public byte[] open(byte[] sealed, byte[] context) throws VaultFault {
            byte[] whole = sealed;
            if (Flawed.flaw == Flaw.ADDS_A_BYTE && sealed.length > 0) {
                whole = Arrays.copyOf(sealed, sealed.length - 1);
            }
            if (Flawed.flaw == Flaw.HAS_NO_TAG) {
                return untag(sealed);
            }
            if (Flawed.flaw == Flaw.FORGIVES_WHAT_FOLLOWS && sealed.length > 24 + OVERHEAD) {
                whole = Arrays.copyOf(sealed, 24 + OVERHEAD);
            }
            byte[] plain = right.open(whole, bound(context));
            return Flawed.flaw == Flaw.LOSES_WHAT_IS_LONG && plain.length > 50_000
                    ? Arrays.copyOf(plain, 50_000)
                    : plain;
        }

        private static byte[] bound(byte[] context) {
            return Flawed.flaw == Flaw.LEAVES_THE_CONTEXT_OUT ? new byte[0] : context;
        }

        private byte[] untagged(byte[] plain) {
            byte[] sealed = new byte[plain.length + OVERHEAD];
            System.arraycopy(counter(plain), 0, sealed, 12, plain.length);
            return sealed;
        }

        private byte[] untag(byte[] sealed) throws VaultFault {
            if (sealed.length < OVERHEAD) {
                throw new VaultFault(VaultFault.Kind.RECORD, "That is too short.");
            }
            return counter(Arrays.copyOfRange(sealed, 12, sealed.length - 16));
        }

        private byte[] counter(byte[] text) {
            try {
                Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
                cipher.init(
                        Cipher.ENCRYPT_MODE, new SecretKeySpec(right.key, "AES"), new IvParameterSpec(new byte[16]));
                return cipher.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            right.close();
        }
    }
}
