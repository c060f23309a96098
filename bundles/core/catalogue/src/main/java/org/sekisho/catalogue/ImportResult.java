package org.sekisho.catalogue;

import java.util.List;
import java.util.Locale;

/** What became of an import. */
public sealed interface ImportResult {

    /**
     * All rows are in. Rows that say what the catalogue said already count as neither.
     *
     * @param added items that are new
     * @param changed items that are different now
     */
    record Imported(int added, int changed) implements ImportResult {}

    /** Nothing was changed. */
    record Refused(List<BadRow> rows) implements ImportResult {

        public Refused {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param line of the file, from 1
     * @param fault what is wrong
     * @param facts what the sentence names
     */
    record BadRow(int line, RowFault fault, List<String> facts) {

        public BadRow {
            facts = List.copyOf(facts);
        }

        /** The sentence in English. */
        public String why() {
            return why(Locale.ENGLISH);
        }

        public String why(Locale locale) {
            return fault.sentence(locale, facts);
        }
    }
}
