package org.sekisho.storage;

import java.nio.file.Path;

/** Where the master secret of the vault comes from; never inside the home. */
public sealed interface KeySource {

    /** A file of 32 random bytes (0600); made when it is not there yet. */
    record KeyFile(Path path) implements KeySource {}

    /** A file whose first line is the passphrase; it must be there. */
    record PassphraseFile(Path path) implements KeySource {}

    /**
     * A key on a token, made when there is none yet.
     *
     * @param path a configuration of Java's SunPKCS11
     * @param pinFile a file whose first line is the token's PIN
     * @param challenge what the token's key answers, in hex; empty before the vault is made
     */
    record Token(Path path, Path pinFile, String challenge) implements KeySource {}

    /** The file that says most about it. */
    Path path();
}
