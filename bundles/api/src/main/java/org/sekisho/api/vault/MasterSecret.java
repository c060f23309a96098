package org.sekisho.api.vault;

import java.util.Arrays;

/** What opens the vault: the bytes of a key file, or a passphrase. Closing it zeroes them. */
public final class MasterSecret implements AutoCloseable {

    /** Where it comes from; a passphrase is stretched (Argon2id), a key is not. */
    public enum Kind {
        KEY_FILE,
        PASSPHRASE
    }

    private final Kind kind;
    private final byte[] bytes;

    private MasterSecret(Kind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** @param key exactly 32 random bytes, taken over (not copied) */
    public static MasterSecret ofKey(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + key.length);
        }
        return new MasterSecret(Kind.KEY_FILE, key);
    }

    /** @param passphrase its UTF-8 bytes, taken over (not copied) */
    public static MasterSecret ofPassphrase(byte[] passphrase) {
        return new MasterSecret(Kind.PASSPHRASE, passphrase);
    }

    public Kind kind() {
        return kind;
    }

    /** The secret itself, not a copy: do not keep it. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "MasterSecret[" + kind + "]";
    }
}
