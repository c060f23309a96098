package org.sekisho.vault.bouncycastle;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.VaultFault;

/**
 * AES-256-GCM by the JDK's cipher, which uses the processor's own instructions: nonce (12 bytes), sealed text, tag (16 bytes).
 *
 * <p>Nonces are random, so one key is good for 2³² records (NIST SP 800-38D, 8.3): at a million records a day, eleven years.
 */
final class GcmSealer implements Sealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final WipedKey key;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentLinkedQueue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

    /** @param key is closed with this sealer */
    GcmSealer(WipedKey key) {
        this.key = key;
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context) {
        byte[] sealed = new byte[plain.length + OVERHEAD];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        try {
            Cipher cipher = take();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            giveBack(cipher);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal by AES-256-GCM", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) throws VaultFault {
        if (sealed.length < OVERHEAD) {
            throw changed("it is shorter than any sealed record");
        }
        try {
            Cipher cipher = take();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(context);
            byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            giveBack(cipher);
            return plain;
        } catch (AEADBadTagException e) {
            throw changed("its tag does not fit");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot open by AES-256-GCM", e);
        }
    }

    private static VaultFault changed(String why) {
        return new VaultFault(VaultFault.Kind.RECORD, "A sealed record was changed: " + why + ".");
    }

    private Cipher take() throws GeneralSecurityException {
        if (key.isDestroyed()) {
            throw new IllegalStateException("the vault is closed");
        }
        Cipher cipher = ciphers.poll();
        return cipher != null ? cipher : Cipher.getInstance("AES/GCM/NoPadding");
    }

    /** A cipher that failed is not given back: the next one starts clean. */
    private void giveBack(Cipher cipher) {
        if (!key.isDestroyed()) {
            ciphers.add(cipher);
        }
    }

    @Override
    public void close() {
        key.close();
        ciphers.clear();
    }

    @Override
    public String toString() {
        return "GcmSealer";
    }
}
