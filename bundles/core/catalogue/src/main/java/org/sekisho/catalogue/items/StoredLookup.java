package org.sekisho.catalogue.items;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.Label;
import org.sekisho.storage.Transaction;

/** Finds one item in the database: as {@link ItemIndex} does, for as long as that is not there yet. */
record StoredLookup(ItemMaker maker) {

    Finding find(Transaction tx, String code, LocalDate day) throws SQLException {
        Finding missed = new Finding.Missed(CodeFault.UNKNOWN);
        for (String key : keys(code)) {
            List<StoredItem> rows = current(ItemTable.of(tx, key));
            Optional<StoredItem> row =
                    rows.stream().filter(one -> one.period().contains(day)).findFirst();
            if (row.isPresent()) {
                return new Finding.Found(maker.make(row.get()), Label.NONE);
            }
            if (!rows.isEmpty()) {
                missed = new Finding.Missed(CodeFault.NO_PRICE);
            }
        }
        return missed;
    }

    private static Set<String> keys(String code) {
        Set<String> keys = new LinkedHashSet<>();
        Gtin.readings(code).forEach(gtin -> keys.add(gtin.toString()));
        return keys.isEmpty() ? Set.of(code) : keys;
    }

    /** @param accepted rows of one item, all of editions that were accepted */
    private static List<StoredItem> current(List<ItemTable.Row> accepted) {
        int highest = accepted.stream().mapToInt(ItemTable.Row::edition).max().orElse(-1);
        return accepted.stream()
                .filter(row -> row.edition() == highest)
                .map(ItemTable.Row::item)
                .toList();
    }
}
