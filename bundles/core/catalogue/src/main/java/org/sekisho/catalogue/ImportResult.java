package org.sekisho.catalogue;

import java.util.List;

/** What became of an import. */
public sealed interface ImportResult {

    /** All rows are in. */
    record Imported(int added, int changed) implements ImportResult {}

    /** Nothing was changed. */
    record Refused(List<BadRow> rows) implements ImportResult {

        public Refused {
            rows = List.copyOf(rows);
        }
    }

    /** @param line of the file, from 1 */
    record BadRow(int line, String why) {}
}
