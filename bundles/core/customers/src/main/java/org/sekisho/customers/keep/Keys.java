package org.sekisho.customers.keep;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sekisho.storage.StorageFault;

/**
 * The keys of customers, from one root of 32 random bytes that the vault seals. By HMAC-SHA-256 of a label the root gives the key of the
 * index and the key that wraps each customer's own 32 random bytes; those seal that customer's fields. Sealed is always: 12 random bytes,
 * then AES-256-GCM with its tag of 16; bound to it are what it is, the customer's id and the field, divided by zero bytes, so that
 * nothing passes for another customer's or another field.
 */
final class Keys {

    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] index;
    private final byte[] wrapping;

    Keys(byte[] root) {
        index = mac(root, "sekisho customers: index".getBytes(US_ASCII));
        wrapping = mac(root, "sekisho customers: keys".getBytes(US_ASCII));
    }

    static byte[] random() {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return key;
    }

    byte[] index(byte[] text) {
        return mac(index, text);
    }

    byte[] wrap(String id, byte[] key) {
        return seal(wrapping, key, bound("key", id, ""));
    }

    byte[] unwrap(String id, byte[] wrapped) throws StorageFault {
        return open(wrapping, wrapped, bound("key", id, ""), id);
    }

    static byte[] seal(byte[] key, String id, String field, String text) {
        return seal(key, text.getBytes(UTF_8), bound("field", id, field));
    }

    static String open(byte[] key, String id, String field, byte[] sealed) throws StorageFault {
        return new String(open(key, sealed, bound("field", id, field), id), UTF_8);
    }

    private static byte[] bound(String what, String id, String field) {
        return ("sekisho customer " + what + "\0" + id + "\0" + field).getBytes(UTF_8);
    }

    private static byte[] seal(byte[] key, byte[] plain, byte[] bound) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound);
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            sealed.writeBytes(nonce);
            sealed.writeBytes(cipher.doFinal(plain));
            return sealed.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static byte[] open(byte[] key, byte[] sealed, byte[] bound, String id) throws StorageFault {
        if (sealed.length < NONCE) {
            throw damaged(id, new AEADBadTagException("too short"));
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), bound)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw damaged(id, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static StorageFault damaged(String id, Exception why) {
        return new StorageFault(
                StorageFault.Kind.DAMAGED,
                "What is kept of customer " + id
                        + " was changed in the database and was not used. Sales go on without this"
                        + " customer; keep the home as it is and call your integrator.",
                why);
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
