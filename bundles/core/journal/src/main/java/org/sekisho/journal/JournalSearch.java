package org.sekisho.journal;

import java.io.IOException;
import java.util.OptionalLong;
import org.sekisho.storage.StorageFault;

/** Finds entries by date, amount, and who and what took part. Safe for many threads. */
public interface JournalSearch {

    /**
     * Tells every entry that fits, by business date, lane and sequence. A range of dates reads those days only.
     *
     * @throws StorageFault when the database cannot be read or an entry was changed
     * @throws IOException when {@code found} does not take it
     */
    void search(JournalQuery query, Finder found) throws StorageFault, IOException;

    /**
     * An entry that fits.
     *
     * @param amount its total or amount in minor units, if it has one
     * @param late whether it was recorded on a later business day than the one that it is about
     */
    record Found(Entry entry, OptionalLong amount, boolean late) {}

    /** What is done with each. */
    @FunctionalInterface
    interface Finder {
        void found(Found found) throws IOException;
    }
}
