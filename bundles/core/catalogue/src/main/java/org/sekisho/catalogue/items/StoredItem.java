package org.sekisho.catalogue.items;

import java.util.List;
import org.sekisho.catalogue.Gtin;

/**
 * An item as its row holds it, for the row's period; an item may have several rows. One that does not say whether its price includes
 * tax goes by the store's setting, also when that changes later.
 *
 * @param price in minor units of the store's currency
 * @param taxIncluded {@code yes}, {@code no}, or empty for as the store has it
 */
record StoredItem(
        String code,
        String name,
        String nameEn,
        long price,
        String tax,
        String unit,
        String department,
        String taxIncluded,
        Period period) {

    /** What tells items apart: the GTIN's 14 digits, or the code itself where it is none. */
    String key() {
        return key(code);
    }

    static String key(String code) {
        List<Gtin> readings = Gtin.readings(code);
        return readings.isEmpty() ? code : readings.get(0).toString();
    }
}
