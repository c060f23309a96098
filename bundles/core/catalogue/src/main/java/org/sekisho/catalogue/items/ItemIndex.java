package org.sekisho.catalogue.items;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.Item;
import org.sekisho.catalogue.Gtin;

/**
 * All items in memory, by code. GTINs are a sorted array of numbers beside an array of items: twelve bytes an item where a hash
 * map takes about a hundred. Immutable, so safe for many threads.
 */
final class ItemIndex {

    private final long[] gtins;
    private final Item[] items;
    private final Map<String, Item> others;

    private ItemIndex(long[] gtins, Item[] items, Map<String, Item> others) {
        this.gtins = gtins;
        this.items = items;
        this.others = others;
    }

    /** The index of these items, by {@link StoredItem#key}. */
    static ItemIndex of(Map<String, Item> byKey) {
        Map<String, Item> others = new HashMap<>();
        long[] gtins = new long[byKey.size()];
        int count = 0;
        for (Map.Entry<String, Item> entry : byKey.entrySet()) {
            if (Gtin.hasShape(entry.getKey())) {
                gtins[count++] = Long.parseLong(entry.getKey());
            } else {
                others.put(entry.getKey(), entry.getValue());
            }
        }
        gtins = Arrays.copyOf(gtins, count);
        Arrays.sort(gtins);
        Item[] items = new Item[count];
        for (int i = 0; i < count; i++) {
            items[i] = byKey.get(new Gtin(gtins[i]).toString());
        }
        return new ItemIndex(gtins, items, others);
    }

    Optional<Item> find(String code) {
        for (Gtin gtin : Gtin.readings(code)) {
            int at = Arrays.binarySearch(gtins, gtin.value());
            if (at >= 0) {
                return Optional.of(items[at]);
            }
        }
        @Nullable Item other = others.get(code);
        return Optional.ofNullable(other);
    }

    int size() {
        return items.length + others.size();
    }
}
