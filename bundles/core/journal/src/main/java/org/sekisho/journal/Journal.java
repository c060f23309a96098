package org.sekisho.journal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** One append-only chain per lane. Safe for many threads. */
public interface Journal {

    /**
     * Appends in the same transaction as what it records, and tells the other bundles after the commit. Both exceptions are the
     * database's and end the transaction: let them pass.
     *
     * @throws SQLException when the database does not take it
     * @throws StorageFault when it cannot be kept
     */
    Entry append(Transaction tx, Fact fact) throws SQLException, StorageFault;

    /**
     * Appends in a transaction of its own.
     *
     * @throws StorageFault when it cannot be kept
     */
    Entry record(Fact fact) throws StorageFault;

    /**
     * One committed entry, after its hash was found right; empty when the chain has none of that number.
     *
     * @throws StorageFault when the database cannot be read or the entry was changed
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
     * Follows every chain from its first entry. A chain cannot show that its own tail was cut off or the whole database rolled
     * back: that takes {@code anchors}.
     *
     * @param anchors what the heads were at some times, kept elsewhere; may be empty
     * @throws StorageFault when the database cannot be read
     */
    Verification verify(List<Anchor> anchors) throws StorageFault;

    /** Follows every chain, without anchors. */
    default Verification verify() throws StorageFault {
        return verify(List.of());
    }

    /**
     * The head of every lane now, to be anchored outside: printed on the Z report, exported, sent away.
     *
     * @throws StorageFault when the database cannot be read
     */
    List<Anchor> heads() throws StorageFault;
}
