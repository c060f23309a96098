package org.sekisho.identity.approver;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A secret key under its owner's password: Argon2id (RFC 9106) makes the key of AES-256-GCM, with the owner's name as associated data.
 */
final class WrappedKey {

    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final int memoryKib;
    private final int passes;
    private final byte[] salt;
    private final byte[] nonce;
    private final byte[] wrapped;

    /**
     * @param memoryKib of Argon2id
     * @param passes of Argon2id
     */
    WrappedKey(String name, int memoryKib, int passes, byte[] salt, byte[] nonce, byte[] wrapped) {
        this.name = name;
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.salt = salt;
        this.nonce = nonce;
        this.wrapped = wrapped;
    }

    String name() {
        return name;
    }

    int memoryKib() {
        return memoryKib;
    }

    int passes() {
        return passes;
    }

    byte[] salt() {
        return salt;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] wrapped() {
        return wrapped;
    }

    /** A new secret. */
    static Ed25519Key generate(String name) {
        return new Ed25519Key(name, random(Ed25519.SECRET_KEY_SIZE));
    }

    static WrappedKey wrap(Ed25519Key key, char[] password) {
        WrappedKey fresh = new WrappedKey(key.name(), MEMORY_KIB, PASSES, random(16), random(12), new byte[0]);
        try {
            return new WrappedKey(
                    fresh.name,
                    fresh.memoryKib,
                    fresh.passes,
                    fresh.salt,
                    fresh.nonce,
                    fresh.cipher(Cipher.ENCRYPT_MODE, password).doFinal(key.secret()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Empty when it is not under this password. */
    Optional<Ed25519Key> unwrap(char[] password) {
        try {
            return Optional.of(
                    new Ed25519Key(name, cipher(Cipher.DECRYPT_MODE, password).doFinal(wrapped)));
        } catch (AEADBadTagException otherPassword) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, char[] password) throws GeneralSecurityException {
        byte[] key = derive(password);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] derive(char[] password) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        ByteBuffer bytes = ByteBuffer.allocate(password.length * 4);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), bytes, true);
        byte[] utf8 = Arrays.copyOf(bytes.array(), bytes.position());
        byte[] key = new byte[32];
        try {
            argon2.generateBytes(utf8, key);
            return key;
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "WrappedKey[" + name + "]";
    }
}
