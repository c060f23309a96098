package org.sekisho.rule.promotions;

import java.util.Set;

/** Which items a promotion is for, by code or by department; all of them where it names none. */
record Goods(Set<String> codes, Set<String> departments) {

    static final Goods ALL = new Goods(Set.of(), Set.of());

    boolean has(Lot lot) {
        return (codes.isEmpty() && departments.isEmpty())
                || codes.contains(lot.line().code())
                || departments.contains(lot.department());
    }
}
