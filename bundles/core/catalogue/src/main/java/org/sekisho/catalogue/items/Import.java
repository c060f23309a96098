package org.sekisho.catalogue.items;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import org.sekisho.catalogue.ImportProgress;
import org.sekisho.catalogue.ImportProgress.Stage;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;

/**
 * Brings a file that was read without fault into the catalogue, in many short transactions, so that sales go on and memory stays
 * bounded; all of it counts from the last one on, or nothing ever. The rows of an item in the file replace those it had.
 */
final class Import {

    private static final int BATCH = 1000;

    private final Database database;
    private final Journal journal;
    private final PackedItems items;
    private final RowLines lines;
    private final ImportProgress progress;
    /** By slot: items that were there, and those of them that the file leaves as they are. */
    private final BitSet known = new BitSet();

    private final BitSet same = new BitSet();
    private int added;
    private int changed;

    Import(Database database, Journal journal, ImportFile file, ImportProgress progress) {
        this.database = database;
        this.journal = journal;
        this.items = file.items();
        this.lines = file.lines();
        this.progress = progress;
    }

    /**
     * @param sha256 of the file
     * @param accepted runs once it counts
     */
    ImportResult run(String operator, String sha256, Runnable accepted) throws StorageFault {
        int edition = database.transact(Editions::begin);
        compare(edition);
        count();
        write(edition);
        return database.transact(tx -> {
            Editions.accept(tx, edition);
            JsonObject details = new JsonObject();
            details.addProperty("count", items.size());
            details.addProperty("added", added);
            details.addProperty("changed", changed);
            details.addProperty("sha256", sha256);
            journal.append(tx, new Fact("ItemsImported", 1, operator, details));
            tx.afterCommit(accepted);
            return new ImportResult.Imported(added, changed);
        });
    }

    /** Looks at what is there, and clears away what no longer counts. */
    private void compare(int edition) throws StorageFault {
        StoredGroups stored = new StoredGroups(database);
        long seen = 0;
        for (List<StoredGroups.Group> page = stored.next(); !page.isEmpty(); page = stored.next()) {
            List<ItemTable.Row> stale = new ArrayList<>();
            for (StoredGroups.Group group : page) {
                stale.addAll(stored.editions().stale(group.all(), edition));
                compare(group.items());
            }
            if (!stale.isEmpty()) {
                database.transact(tx -> {
                    ItemTable.delete(tx, stale);
                    return stale;
                });
            }
            seen += page.size();
            progress.at(Stage.COMPARED, seen, 0);
        }
    }

    private void compare(List<StoredItem> stored) {
        int slot = stored.isEmpty() ? -1 : items.slot(stored.get(0).key());
        if (slot >= 0) {
            known.set(slot);
            same.set(slot, new HashSet<>(stored).equals(new HashSet<>(items.rows(slot))));
        }
    }

    private void count() {
        added = items.size() - known.cardinality();
        changed = known.cardinality() - same.cardinality();
    }

    private void write(int edition) throws StorageFault {
        List<StoredItem> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < lines.count(); i++) {
            StoredItem row = items.row(lines.address(i));
            if (!same.get(items.slot(row.key()))) {
                batch.add(row);
            }
            if (batch.size() == BATCH || i + 1 == lines.count()) {
                insert(edition, batch);
                batch.clear();
                progress.at(Stage.WRITTEN, i + 1L, lines.count());
            }
        }
    }

    private void insert(int edition, List<StoredItem> batch) throws StorageFault {
        if (!batch.isEmpty()) {
            database.transact(tx -> {
                ItemTable.insert(tx, edition, batch);
                return edition;
            });
        }
    }
}
