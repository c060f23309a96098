package org.sekisho.distribution;

/** How soon a revoked bundle must stop. */
public enum Revocation {
    NO_NEW_INSTALL("no-new-install"),
    OFF_AT_DAY_CLOSE("off-at-day-close"),
    OFF_NOW("off-now");

    private final String text;

    Revocation(String text) {
        this.text = text;
    }

    /** As {@code revocations.json} has it. */
    String text() {
        return text;
    }
}
