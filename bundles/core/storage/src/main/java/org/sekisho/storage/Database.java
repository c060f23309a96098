package org.sekisho.storage;

import java.sql.SQLException;

/**
 * The register's one database. It opens itself at first use: finds the key, opens the vault, applies every registered
 * {@link Schema}. Safe for many threads; writers take turns.
 */
public interface Database {

    /**
     * Opens it now, so that a fault is known before the first sale; does nothing when it is open.
     *
     * @throws StorageFault what is wrong, in a sentence that says who can mend it
     */
    void open() throws StorageFault;

    /**
     * Runs one transaction; when this returns, it is on the disk (one flush). When {@code work} throws, nothing of it stays.
     *
     * @throws StorageFault when the database cannot keep it
     */
    <T> T transact(Work<T> work) throws StorageFault;

    /**
     * Runs one transaction and does not wait for the disk: what it wrote outlives the death of this process, and a power cut once a later
     * {@link #transact} has returned. For what may be lost in a power cut: neither money nor the journal. An engine that cannot put
     * the flush off makes it.
     *
     * @throws StorageFault when the database cannot keep it
     */
    default <T> T transactUnflushed(Work<T> work) throws StorageFault {
        return transact(work);
    }

    /**
     * Runs one transaction that only writes; on the disk when this returns (one flush), and seen by whatever reads or writes after it. Its
     * rows may reach their tables a moment later. Work that turns out to read runs again from its beginning as an ordinary
     * {@link #transact transaction}: it must be such that it can.
     *
     * @throws StorageFault when the database cannot keep it; it may be there all the same: ask before it is tried again
     */
    default <T> T transactAhead(Work<T> work) throws StorageFault {
        return transact(work);
    }

    /**
     * Reads what is committed.
     *
     * @throws StorageFault when the database cannot answer, or a sealed record was changed
     */
    <T> T read(Work<T> work) throws StorageFault;

    /** What happens inside a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction tx) throws SQLException, StorageFault;
    }
}
