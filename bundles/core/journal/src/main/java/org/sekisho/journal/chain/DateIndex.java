package org.sekisho.journal.chain;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;
import org.sekisho.journal.JournalQuery;
import org.sekisho.journal.JournalSearch;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreClock;

/** Walks the index of business dates, a page at a time, and looks at each entry of the range. */
@Component
public final class DateIndex implements JournalSearch {

    static final String PAGE = "SELECT " + Row.COLUMNS
            + " FROM journal WHERE business_date >= ? AND business_date <= ?"
            + " AND (business_date > ? OR lane > ? OR (lane = ? AND seq > ?))"
            + " ORDER BY business_date, lane, seq LIMIT " + JournalTable.PAGE;

    private final Database database;
    private final StoreClock clock;

    @Activate
    public DateIndex(@Reference Database database, @Reference StoreClock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void search(JournalQuery query, Finder found) throws StorageFault, IOException {
        String until = date(query.until(), "9999-12-31");
        Place after = new Place(date(query.from(), "0000-01-01"), "", Long.MIN_VALUE);
        List<Row> page;
        do {
            Place last = after;
            page = database.read(tx -> page(tx, last, until));
            for (Row row : page) {
                Entry entry = whole(row);
                after = new Place(date(entry), entry.lane(), entry.seq());
                if (query.fits(entry)) {
                    found.found(new Found(entry, JournalQuery.amount(entry), isLate(entry)));
                }
            }
        } while (page.size() == JournalTable.PAGE);
    }

    private boolean isLate(Entry entry) throws StorageFault {
        try {
            return clock.businessDate(entry.time()).isAfter(LocalDate.parse(date(entry)));
        } catch (HomeFault e) {
            throw new StorageFault(StorageFault.Kind.NOT_INITIALISED, e.getMessage(), e);
        }
    }

    private static List<Row> page(Transaction tx, Place after, String until) throws SQLException {
        PreparedStatement select = tx.prepare(PAGE);
        select.setString(1, after.date);
        select.setString(2, until);
        select.setString(3, after.date);
        select.setString(4, after.lane);
        select.setString(5, after.lane);
        select.setLong(6, after.seq);
        List<Row> page = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                page.add(Row.of(row));
            }
        }
        return page;
    }

    private static Entry whole(Row row) throws StorageFault {
        Entry entry = Row.readable(row);
        if (!EntryFormat.holds(entry)) {
            throw Row.changed(row, "its hash is not that of its content");
        }
        return entry;
    }

    private static String date(@Nullable LocalDate date, String otherwise) {
        return Objects.toString(date, otherwise);
    }

    private static String date(Entry entry) {
        return entry.payload().get("businessDate").getAsString();
    }

    /** Where the last page ended. */
    private record Place(String date, String lane, long seq) {}
}
