package org.sekisho.journal;

import java.io.IOException;
import java.util.Optional;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** One append-only chain per lane. Safe for many threads. */
public interface Journal {

    /**
     * Appends in the same transaction as what it records, and tells the other bundles after the commit.
     *
     * @throws StorageFault when it cannot be kept
     */
    Entry append(Transaction tx, Fact fact) throws StorageFault;

    /**
     * Appends in a transaction of its own.
     *
     * @throws StorageFault when it cannot be kept
     */
    Entry record(Fact fact) throws StorageFault;

    /**
     * One committed entry by its place, without following the chain.
     *
     * @throws StorageFault when the database cannot be read
     */
    Optional<Entry> find(String lane, long seq) throws StorageFault;

    /**
     * Writes every entry of every lane as JSON Lines, by lane and rising sequence.
     *
     * @throws StorageFault when the database cannot be read
     * @throws IOException when {@code out} does not take it
     */
    void export(Appendable out) throws StorageFault, IOException;

    /**
     * Follows every chain from its first entry.
     *
     * @throws StorageFault when the database cannot be read
     */
    Verification verify() throws StorageFault;
}
