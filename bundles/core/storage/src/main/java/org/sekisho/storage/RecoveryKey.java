package org.sekisho.storage;

import java.util.Arrays;

/** What opens a home and its copies where the secret is lost, as people write it down. Shown once; closing it zeroes it. */
public final class RecoveryKey implements AutoCloseable {

    private final char[] text;

    /** @param text taken over (not copied) */
    public RecoveryKey(char[] text) {
        this.text = text;
    }

    /** Groups of letters and digits, parted by hyphens. Not a copy: do not keep it. */
    public char[] text() {
        return text;
    }

    @Override
    public void close() {
        Arrays.fill(text, '\0');
    }

    @Override
    public String toString() {
        return "RecoveryKey";
    }
}
