package org.sekisho.catalogue.items;

import java.io.IOException;
import java.util.List;

/** Writes items as the CSV that an import reads: every column, a row an item and period. */
final class CsvWriter {

    private final Appendable out;

    CsvWriter(Appendable out) throws IOException {
        this.out = out;
        line(Columns.ALL);
    }

    void write(StoredItem item) throws IOException {
        line(List.of(
                item.code(),
                item.name(),
                item.nameEn(),
                Long.toString(item.price()),
                item.tax(),
                item.unit(),
                item.department(),
                item.taxIncluded(),
                item.period().fromText(),
                item.period().untilText()));
    }

    private void line(List<String> fields) throws IOException {
        String separator = "";
        for (String field : fields) {
            out.append(separator).append(quoted(field));
            separator = ",";
        }
        out.append('\n');
    }

    private static String quoted(String field) {
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
