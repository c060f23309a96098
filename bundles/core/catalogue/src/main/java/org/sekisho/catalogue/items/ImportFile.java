package org.sekisho.catalogue.items;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sekisho.catalogue.ImportProgress;
import org.sekisho.catalogue.ImportProgress.Stage;
import org.sekisho.catalogue.ImportResult.BadRow;
import org.sekisho.catalogue.RowFault;

/** A file of items being read: all its rows packed, or every row that is wrong. */
final class ImportFile {

    private static final int MOST_FAULTS = 1000;
    private static final int PROGRESS = 10_000;

    private final PackedItems items = new PackedItems();
    /** The keys' order in the file, and where each row stands there. */
    private final RowLines lines = new RowLines();

    private final List<BadRow> bad = new ArrayList<>();

    private ImportFile() {}

    /**
     * @param taxes what {@code tax} may say
     * @throws IOException when the text cannot be read
     */
    static ImportFile read(Reader text, Set<String> taxes, ImportProgress progress) throws IOException {
        ImportFile file = new ImportFile();
        try {
            file.read(new CsvRows(text), taxes, progress);
        } catch (CsvRows.Malformed e) {
            file.bad.add(new BadRow(e.line(), e.fault(), List.of()));
        }
        file.items.trim();
        return file;
    }

    PackedItems items() {
        return items;
    }

    RowLines lines() {
        return lines;
    }

    List<BadRow> bad() {
        return bad;
    }

    private void read(CsvRows rows, Set<String> taxes, ImportProgress progress) throws IOException, CsvRows.Malformed {
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
            if (bad.size() >= MOST_FAULTS) {
                bad.add(new BadRow(row.line(), RowFault.READING_STOPPED, List.of()));
                return;
            }
            if (!row.isBlank()) {
                add(new RowReader(columns, row, taxes, bad), row.line());
            }
            if (lines.count() % PROGRESS == 0) {
                progress.at(Stage.READ, lines.count(), 0);
            }
        }
    }

    private void add(RowReader reader, int line) {
        int faults = bad.size();
        StoredItem item = reader.read();
        if (bad.size() > faults || clashes(item, line)) {
            return;
        }
        lines.add(items.add(item), line);
    }

    /** Two rows of one item may not apply on one day. */
    private boolean clashes(StoredItem item, int line) {
        int slot = items.slot(item.key());
        int address = slot < 0 ? 0 : items.first(slot);
        while (address != 0) {
            Period other = items.row(address).period();
            if (other.overlaps(item.period())) {
                boolean twice = other.equals(Period.ALWAYS) && item.period().equals(Period.ALWAYS);
                String before = String.valueOf(lines.lineOf(address));
                bad.add(new BadRow(
                        line, twice ? RowFault.CODE_TWICE : RowFault.PERIOD_OVERLAPS, List.of(item.code(), before)));
                return true;
            }
            address = items.next(address);
        }
        return false;
    }
}
