package org.sekisho.storage;

import java.nio.file.Path;
import java.util.Optional;

/** Sealed copies of a home, and homes that are made from them. */
public interface Backups {

    /**
     * Copies the home into one sealed file, while the register runs: nobody writes meanwhile, and what was sold before is in it. On the disk,
     * and read again from it, when this returns.
     *
     * @param file must not be there yet, and not lie inside the home
     * @throws StorageFault when it cannot be written; what was written of it is taken away
     */
    void make(Path file, Progress told) throws StorageFault;

    /**
     * Makes this home from a copy. Every byte is verified before anything of it counts.
     *
     * @param secret what opens it; empty where it lies where the copy says
     * @throws StorageFault when there is a home already, the secret is not there or another one, or the copy was changed or cut off
     */
    void restore(Path file, Optional<KeySource> secret, Progress told) throws StorageFault;

    /**
     * As {@link #restore(Path, Optional, Progress)}, where the secret is lost: another one opens the home from now on.
     *
     * @param recoveryKey a file with the recovery key that opened the home when the copy was made
     * @param next a key file is made when it is not there yet
     * @throws StorageFault as the other, and when the recovery key is none of this copy
     */
    void restore(Path file, Path recoveryKey, KeySource next, Progress told) throws StorageFault;

    /** Hears how far it is. */
    @FunctionalInterface
    interface Progress {

        /** @param done of {@code total} bytes */
        void at(long done, long total);
    }
}
