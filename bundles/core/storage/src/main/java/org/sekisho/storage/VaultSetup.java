package org.sekisho.storage;

import java.nio.file.Path;

/** Makes the vault of a new home, and gives it another secret. */
public interface VaultSetup {

    /** Where a key file goes when none is named: in the user's configuration folder, outside the home. */
    Path defaultKeyFile();

    /** Where the next key file goes when none is named: beside the first, where there is none yet. */
    Path nextKeyFile();

    /** Whether this home has its vault already. */
    boolean isDone();

    /**
     * Makes the data key, wraps it, writes {@code vault.json} into the home and remembers where the secret lies.
     *
     * @return what opens it too, to be shown once
     * @throws StorageFault when there is a vault already, the source lies inside the home, or a file cannot be used
     */
    RecoveryKey create(KeySource source) throws StorageFault;

    /**
     * Looks whether the secret is there and opens the vault; the database is not touched.
     *
     * @throws StorageFault why not
     */
    VaultState state() throws StorageFault;

    /**
     * Wraps the data key by another secret, at once: whenever the machine stops, one of the two opens the home, and {@code vault.json}
     * says which. What was sealed stays as it is. The secret before is left where it lies; it opens back-ups that were made before.
     *
     * @param next a key file is made when it is not there yet
     * @param before runs when the new secret is on the disk and opens everything, before it counts; a fault of it leaves all as it was
     * @throws StorageFault when there is no vault, the secret of now does not open it, or the next is the same, inside the home, or unusable
     */
    void rotate(KeySource next, Step before) throws StorageFault;

    /**
     * As {@link #rotate}, and another recovery key opens the home: the one before does not any more.
     *
     * @return the new one, to be shown once
     * @throws StorageFault as {@link #rotate} has it
     */
    RecoveryKey rotateBoth(KeySource next, Step before) throws StorageFault;

    /**
     * As {@link #rotateBoth}, and another data key seals whatever is written from now on. What was sealed by the one before stays so until {@link
     * Renewal#run}, and both open the home meanwhile, by the new secrets alone.
     *
     * @return the new recovery key, to be shown once
     * @throws StorageFault as {@link #rotate} has it, or when a renewal is under way already
     */
    RecoveryKey renew(KeySource next, Step before) throws StorageFault;

    /**
     * Wraps the data key by another secret, where the one of now is lost. The recovery key stays as it is.
     *
     * @param recoveryKey a file with the recovery key as it was shown
     * @param next a key file is made when it is not there yet
     * @throws StorageFault when there is no vault or no recovery key of it, the file is missing, holds a typing mistake or another home's key, or the
     *     next is inside the home or unusable; nothing was changed
     */
    void recover(Path recoveryKey, KeySource next) throws StorageFault;

    /** Something that must be done first. */
    @FunctionalInterface
    interface Step {
        void run() throws StorageFault;
    }
}
