package org.sekisho.catalogue.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.catalogue.ImportResult.BadRow;
import org.sekisho.catalogue.RowFault;

/** A file of items being read: all its rows by key, or every row that is wrong. */
final class ImportFile {

    private final Map<String, StoredItem> items = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<BadRow> bad = new ArrayList<>();

    private ImportFile() {}

    /** @param taxes what {@code tax} may say */
    static ImportFile read(String text, Set<String> taxes) {
        ImportFile file = new ImportFile();
        try {
            file.read(new CsvRows(text), taxes);
        } catch (CsvRows.Malformed e) {
            file.bad.add(new BadRow(e.line(), e.fault(), List.of()));
        }
        return file;
    }

    Map<String, StoredItem> items() {
        return items;
    }

    List<BadRow> bad() {
        return bad;
    }

    private void read(CsvRows rows, Set<String> taxes) throws CsvRows.Malformed {
        if (!rows.hasNext()) {
            bad.add(new BadRow(1, RowFault.NO_HEADER, List.of()));
            return;
        }
        Columns columns = Columns.of(rows.next(), bad);
        if (!bad.isEmpty()) {
            return;
        }
        while (rows.hasNext()) {
            CsvRows.Row row = rows.next();
            if (!row.isBlank()) {
                add(new RowReader(columns, row, taxes, bad), row.line());
            }
        }
    }

    private void add(RowReader reader, int line) {
        StoredItem item = reader.read();
        Integer before = lines.putIfAbsent(item.key(), line);
        if (before != null && !item.code().isEmpty()) {
            bad.add(new BadRow(line, RowFault.CODE_TWICE, List.of(item.code(), String.valueOf(before))));
        }
        items.put(item.key(), item);
    }
}
