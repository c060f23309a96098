package org.sekisho.catalogue.items;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.catalogue.items.ItemTable.Row;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;

/** Walks over all items by rising key, a page a transaction, so that nobody has to wait for the whole. */
final class StoredGroups {

    private static final int PAGE = 2000;

    /**
     * One item.
     *
     * @param items its rows that count; empty where an import that never ended left others
     * @param all its rows
     */
    record Group(List<StoredItem> items, List<Row> all) {}

    private final Database database;
    private @Nullable Editions editions;
    private String last = "";
    private int most = PAGE;
    private boolean done;

    StoredGroups(Database database) {
        this.database = database;
    }

    /** The next items; empty when there are no more. */
    List<Group> next() throws StorageFault {
        List<Group> groups = List.of();
        while (groups.isEmpty() && !done) {
            List<Row> page = database.read(tx -> {
                if (editions == null) {
                    editions = Editions.read(tx);
                }
                return ItemTable.page(tx, last, most);
            });
            done = page.size() < most;
            groups = groups(done ? page : whole(page));
        }
        return groups;
    }

    /** What was accepted when the walk began. */
    Editions editions() {
        Editions known = editions;
        if (known == null) {
            throw new IllegalStateException("the walk has not begun");
        }
        return known;
    }

    /** Without the last item, of which there may be more on the next page. */
    private List<Row> whole(List<Row> page) {
        String cut = page.get(page.size() - 1).key();
        List<Row> rest = page.stream().filter(row -> !row.key().equals(cut)).toList();
        if (rest.isEmpty()) {
            most *= 2;
        }
        return rest;
    }

    private List<Group> groups(List<Row> page) {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= page.size(); i++) {
            if (i == page.size() || !page.get(i).key().equals(page.get(from).key())) {
                List<Row> rows = page.subList(from, i);
                groups.add(new Group(editions().current(rows), rows));
                last = page.get(from).key();
                from = i;
            }
        }
        return groups;
    }
}
