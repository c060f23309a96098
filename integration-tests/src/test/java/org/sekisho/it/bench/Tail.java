package org.sekisho.it.bench;

import java.util.List;
import java.util.Locale;

/** How a duration is spread. */
record Tail(String what) {

    void print(List<Double> values) {
        System.out.printf(
                Locale.ROOT,
                "%-28s p50 %.1f | p90 %.1f | p99 %.1f | worst %.1f | n=%d%n",
                what,
                Pairs.at(values, 0.5),
                Pairs.at(values, 0.9),
                Pairs.at(values, 0.99),
                Pairs.at(values, 1),
                values.size());
    }
}
