package org.sekisho.vault.bouncycastle;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * A key whose bytes are zeroed when it is closed. ({@code SecretKeySpec} keeps a copy that cannot be.) What the JDK's cipher
 * expanded from it is left to the garbage collector: that is out of our hands.
 */
final class WipedKey implements SecretKey, AutoCloseable {

    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private transient volatile boolean closed;

    /** @param bytes taken over, not copied */
    WipedKey(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public String getAlgorithm() {
        return "AES";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        if (closed) {
            throw new IllegalStateException("the key is closed");
        }
        return bytes.clone();
    }

    @Override
    public boolean isDestroyed() {
        return closed;
    }

    @Override
    public void destroy() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "WipedKey";
    }
}
