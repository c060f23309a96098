package org.sekisho.journal.chain;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sekisho.journal.CanonicalJson;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;
import org.sekisho.storage.StorageFault;

/** One row of the journal's table: an entry, or what stands where one should. */
sealed interface Row {

    String lane();

    long seq();

    /** The columns are as the journal writes them; the hash was not looked at. */
    record Read(Entry entry) implements Row {

        @Override
        public String lane() {
            return entry.lane();
        }

        @Override
        public long seq() {
            return entry.seq();
        }
    }

    /** @param why edited in such a way that it is no entry any more */
    record Unreadable(String lane, long seq, String why) implements Row {}

    /** All columns, in the order that {@link #of} takes them. */
    String COLUMNS = "lane, seq, recorded_at, fact, operator_name, business_date, payload, prev_hash, entry_hash";

    static Row of(ResultSet row) throws SQLException {
        String lane = row.getString(1);
        long seq = row.getLong(2);
        try {
            String text = row.getString(7);
            if (!(CanonicalJson.read(text) instanceof JsonObject payload)
                    || !CanonicalJson.write(payload).equals(text)) {
                return new Unreadable(lane, seq, "edited: its payload is not written as the journal writes it");
            }
            if (!says(payload, "operator", row.getString(5)) || !says(payload, "businessDate", row.getString(6))) {
                return new Unreadable(lane, seq, "edited: operator or business date is not that of its payload");
            }
            return new Read(new Entry(
                    seq,
                    lane,
                    EntryFormat.time(row.getString(3)),
                    row.getString(4),
                    payload,
                    row.getString(8),
                    row.getString(9)));
        } catch (IllegalArgumentException e) {
            return new Unreadable(lane, seq, "edited: " + e.getMessage());
        }
    }

    /** @throws StorageFault when it is no entry any more */
    static Entry readable(Row row) throws StorageFault {
        if (row instanceof Read read) {
            return read.entry();
        }
        throw changed(row, ((Unreadable) row).why());
    }

    static StorageFault changed(Row row, String why) {
        return new StorageFault(
                StorageFault.Kind.DAMAGED,
                "entry " + row.seq() + " of lane " + row.lane() + " of the journal was changed (" + why
                        + "): sekisho journal verify");
    }

    private static boolean says(JsonObject payload, String name, String value) {
        JsonElement said = payload.get(name);
        return said instanceof JsonPrimitive primitive
                && primitive.isString()
                && primitive.getAsString().equals(value);
    }
}
