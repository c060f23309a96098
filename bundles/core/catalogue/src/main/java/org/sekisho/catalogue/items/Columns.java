package org.sekisho.catalogue.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sekisho.catalogue.ImportResult.BadRow;
import org.sekisho.catalogue.RowFault;

/** Where each column stands, by the header; in any order, each once, none unknown. */
record Columns(Map<String, Integer> places, int count) {

    private static final List<String> NEEDED = List.of("code", "name", "name_en", "price", "tax", "unit", "department");
    private static final List<String> OPTIONAL = List.of("tax_included", "valid_from", "valid_until");

    /** Every column, in the order in which the register writes them. */
    static final List<String> ALL =
            Stream.concat(NEEDED.stream(), OPTIONAL.stream()).toList();

    /** Adds to {@code bad} what is wrong with the header. */
    static Columns of(CsvRows.Row header, List<BadRow> bad) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.fields().size(); i++) {
            String name = header.fields().get(i).strip();
            if (!ALL.contains(name)) {
                bad.add(new BadRow(header.line(), RowFault.COLUMN_UNKNOWN, List.of(name)));
            } else if (places.put(name, i) != null) {
                bad.add(new BadRow(header.line(), RowFault.COLUMN_TWICE, List.of(name)));
            }
        }
        for (String name : NEEDED) {
            if (!places.containsKey(name)) {
                bad.add(new BadRow(header.line(), RowFault.COLUMN_MISSING, List.of(name)));
            }
        }
        return new Columns(places, header.fields().size());
    }

    /** The field of that column without spaces around it; empty when the column or the field is not there. */
    String of(CsvRows.Row row, String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < row.fields().size() ? row.fields().get(place).strip() : "";
    }
}
