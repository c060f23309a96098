package org.sekisho.rule.promotions;

import java.util.List;

/** What a promotion gives: a pure function from what it may take to what it takes. */
interface Offer {

    /**
     * What it takes of these lots, each at most once; empty where it gives nothing.
     *
     * @param lots the dearest first
     */
    List<Use> on(List<Lot> lots);
}
