package org.sekisho.extensions.shop;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.journal.Verification;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** Keeps the types of facts, until it is full. Its database holds nothing and runs no work but counts it. */
final class FakeJournal implements Journal, Database {

    final List<String> types = new CopyOnWriteArrayList<>();
    final AtomicInteger transactions = new AtomicInteger();
    volatile boolean full;

    @Override
    public Entry append(Transaction tx, Fact fact) throws StorageFault {
        return record(fact);
    }

    @Override
    public Entry record(Fact fact) throws StorageFault {
        refuseIfFull();
        types.add(fact.type());
        return new Entry(types.size(), "1", Instant.EPOCH, fact.type(), new JsonObject(), "", "");
    }

    private void refuseIfFull() throws StorageFault {
        if (full) {
            throw new StorageFault(StorageFault.Kind.OTHER, "the disk is full");
        }
    }

    @Override
    public void open() {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> T transact(Work<T> work) throws StorageFault {
        refuseIfFull();
        transactions.incrementAndGet();
        return (T) Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T read(Work<T> work) {
        return (T) Optional.empty();
    }

    @Override
    public Optional<Entry> find(String lane, long seq) {
        return Optional.empty();
    }

    @Override
    public void export(Appendable out) {}

    @Override
    public Verification verify(List<Anchor> anchors) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Anchor> heads() {
        return List.of();
    }
}
