package org.sekisho.gate.refusal;

import java.util.List;

/** The register must not start; every reason, not just the first. */
public final class NotStarted extends Exception {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<Refused> reasons;

    public NotStarted(List<Refused> reasons) {
        super(reasons.toString());
        this.reasons = List.copyOf(reasons);
    }

    public List<Refused> reasons() {
        return reasons;
    }
}
