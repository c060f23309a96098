package org.sekisho.checkout.till;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** A database that can fail once: before its next commit, or just after it, when nobody can tell; or for good.
 * It counts its commits. */
final class FaultyDatabase implements Database {

    enum Fault {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final Database real;
    volatile Fault next = Fault.NONE;
    volatile int commits;
    volatile boolean dead;

    FaultyDatabase(Database real) {
        this.real = real;
    }

    @Override
    public void open() throws StorageFault {
        real.open();
    }

    @Override
    public synchronized <T> T transact(Work<T> work) throws StorageFault {
        if (dead) {
            throw new StorageFault(StorageFault.Kind.UNREACHABLE, "the register was killed");
        }
        Fault fault = next;
        next = Fault.NONE;
        T result = real.transact(tx -> {
            T done = work.in(fault == Fault.AFTER_COMMIT ? new Deaf(tx) : tx);
            if (fault == Fault.BEFORE_COMMIT) {
                throw new StorageFault(StorageFault.Kind.FULL, "the disk is full");
            }
            return done;
        });
        commits++;
        if (fault == Fault.AFTER_COMMIT) {
            throw new StorageFault(StorageFault.Kind.UNREACHABLE, "the server went away");
        }
        return result;
    }

    /** No commit that anybody waits for, so neither counted nor failed by {@link #next}. */
    @Override
    public <T> T transactUnflushed(Work<T> work) throws StorageFault {
        if (dead) {
            throw new StorageFault(StorageFault.Kind.UNREACHABLE, "the register was killed");
        }
        return real.transactUnflushed(work);
    }

    @Override
    public <T> T read(Work<T> work) throws StorageFault {
        return real.read(work);
    }

    /** Nothing runs after a commit that nobody heard of. */
    private record Deaf(Transaction tx) implements Transaction {

        @Override
        public PreparedStatement prepare(String sql) throws SQLException {
            return tx.prepare(sql);
        }

        @Override
        public void afterCommit(Runnable action) {
            // never told
        }
    }
}
