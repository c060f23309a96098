package org.sekisho.gate.operate;

import java.util.List;
import org.sekisho.gate.view.Refusal;

/** The gate does not do it, and nothing was changed. */
public final class Declined extends Exception {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<Refusal> refusals;

    /** @param refusals every reason; at least one */
    public Declined(List<Refusal> refusals) {
        super(refusals.get(0).sentence());
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
