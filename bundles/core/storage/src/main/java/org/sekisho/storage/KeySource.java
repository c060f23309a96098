package org.sekisho.storage;

import java.nio.file.Path;

/** Where the master secret of the vault comes from; never inside the home. */
public sealed interface KeySource {

    /** A file of 32 random bytes (0600); made when it is not there yet. */
    record KeyFile(Path path) implements KeySource {}

    /** A file whose first line is the passphrase; it must be there. */
    record PassphraseFile(Path path) implements KeySource {}
}
