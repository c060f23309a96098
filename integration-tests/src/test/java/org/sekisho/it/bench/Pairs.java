package org.sekisho.it.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured by turns: medians, and the median and the quartiles of the ratios of the pairs. */
final class Pairs {

    private final String what;
    private final String ours;
    private final String other;
    private final List<Double> first = new ArrayList<>();
    private final List<Double> second = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    Pairs(String what, String ours, String other) {
        this.what = what;
        this.ours = ours;
        this.other = other;
    }

    void add(double one, double another) {
        first.add(one);
        second.add(another);
        ratios.add(one / another);
    }

    double ratio() {
        return at(ratios, 0.5);
    }

    /** The median of what the first took more than the second. */
    double difference() {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            differences.add(first.get(i) - second.get(i));
        }
        return at(differences, 0.5);
    }

    void print() {
        if (ratios.isEmpty()) {
            System.out.println(what + " no pair: more rounds are needed");
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %s %.1f (%.1f..%.1f) | %s %.1f (%.1f..%.1f) | ratio %.3f (%.3f..%.3f) | n=%d%n",
                what,
                ours,
                at(first, 0.5),
                at(first, 0.25),
                at(first, 0.75),
                other,
                at(second, 0.5),
                at(second, 0.25),
                at(second, 0.75),
                at(ratios, 0.5),
                at(ratios, 0.25),
                at(ratios, 0.75),
                ratios.size());
    }

    /** The value below which that share of them lies. */
    static double at(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
