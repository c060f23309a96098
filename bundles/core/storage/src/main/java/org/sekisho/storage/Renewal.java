package org.sekisho.storage;

/** Seals the data anew by the data key of now, where {@link VaultSetup#renew} has made another one. */
public interface Renewal {

    /**
     * Seals everything by the data key of now and forgets the one before, while the register sells: what a sale writes is kept ahead of its rows
     * meanwhile; whoever reads the database waits for as long as it takes to write it. Does nothing where there is one data key alone.
     * Killed at any moment, it begins again with the next call; a register makes one at the first quiet moment after its start.
     *
     * @return whether there was something to do
     * @throws StorageFault when the database cannot be written; both data keys stay then
     */
    boolean run() throws StorageFault;
}
