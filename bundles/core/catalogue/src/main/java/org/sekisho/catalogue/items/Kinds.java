package org.sekisho.catalogue.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What many items have in common, each once: tax, unit, department, whether tax is included. */
final class Kinds {

    record Kind(String tax, String unit, String department, String taxIncluded) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Kind, Integer> numbers = new HashMap<>();

    int numberOf(StoredItem item) {
        Kind kind = new Kind(item.tax(), item.unit(), item.department(), item.taxIncluded());
        return numbers.computeIfAbsent(kind, unknown -> {
            kinds.add(unknown);
            return kinds.size() - 1;
        });
    }

    Kind get(int number) {
        return kinds.get(number);
    }

    int size() {
        return kinds.size();
    }
}
