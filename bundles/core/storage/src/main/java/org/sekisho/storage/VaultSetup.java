package org.sekisho.storage;

import java.nio.file.Path;

/** Makes the vault of a new home. */
public interface VaultSetup {

    /** Where a key file goes when none is named: in the user's configuration folder, outside the home. */
    Path defaultKeyFile();

    /** Whether this home has its vault already. */
    boolean isDone();

    /**
     * Makes the data key, wraps it, writes {@code vault.json} into the home and remembers where the secret lies.
     *
     * @throws StorageFault when there is a vault already, the source lies inside the home, or a file cannot be used
     */
    void create(KeySource source) throws StorageFault;
}
