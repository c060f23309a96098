package org.sekisho.cli;

import com.google.gson.JsonObject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.service.component.annotations.Component;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.StorageListener;

/** Keeps what the database noticed when it opened until the journal has it: that a crash left an unfinished record, say. */
@Component(service = {StorageListener.class, DatabaseNotices.class})
public final class DatabaseNotices implements StorageListener {

    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public void noticed(String sentence) {
        waiting.add(sentence);
    }

    void journal(Journal journal) throws StorageFault {
        for (String sentence = waiting.peek(); sentence != null; sentence = waiting.peek()) {
            JsonObject details = new JsonObject();
            details.addProperty("sentence", sentence);
            journal.record(new Fact("DatabaseNoticed", 1, Fact.SYSTEM, details));
            waiting.remove(sentence);
        }
    }
}
