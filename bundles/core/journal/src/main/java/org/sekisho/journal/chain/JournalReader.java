package org.sekisho.journal.chain;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;

/** Walks all rows by lane and sequence, a page at a time: each page is read by itself, so selling goes on meanwhile. */
final class JournalReader {

    private final Database database;

    JournalReader(Database database) {
        this.database = database;
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Visitor {
        void visit(Row row) throws IOException, StorageFault;
    }

    void walk(Visitor visitor) throws IOException, StorageFault {
        Optional<String> lane = laneAfter("");
        while (lane.isPresent()) {
            walk(lane.get(), visitor);
            lane = laneAfter(lane.get());
        }
    }

    Optional<String> laneAfter(String lane) throws StorageFault {
        return database.read(tx -> JournalTable.laneAfter(tx, lane));
    }

    private void walk(String lane, Visitor visitor) throws IOException, StorageFault {
        long last = Long.MIN_VALUE;
        List<Row> page;
        do {
            long above = last;
            page = database.read(tx -> JournalTable.page(tx, lane, above));
            for (Row row : page) {
                visitor.visit(row);
                last = row.seq();
            }
        } while (page.size() == JournalTable.PAGE);
    }
}
