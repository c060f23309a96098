package org.sekisho.publishing;

import java.util.Arrays;

/** What opens a key file, or a token; zeroed when it is closed. */
public final class Passphrase implements AutoCloseable {

    /** Fewer can be tried one after the other by whoever copied the file. */
    private static final int SHORTEST = 12;

    private final char[] characters;

    /** Keeps the array and zeroes it in the end. */
    public Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Its characters, not a copy. */
    public char[] characters() {
        return characters;
    }

    /** @throws PublishingFault when a new key must not be kept under it */
    public Passphrase forNewKey() throws PublishingFault {
        if (characters.length < SHORTEST) {
            throw new PublishingFault("passphrase.short", SHORTEST);
        }
        return this;
    }

    /** @throws PublishingFault when other programs would read it as other bytes: Java's own stores take ASCII only */
    public Passphrase inAscii() throws PublishingFault {
        for (char c : characters) {
            if (c < ' ' || c > '~') {
                throw new PublishingFault("passphrase.ascii");
            }
        }
        return this;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
