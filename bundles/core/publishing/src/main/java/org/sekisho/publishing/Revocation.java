package org.sekisho.publishing;

import java.util.Optional;
import java.util.stream.Stream;

/** How soon a revoked bundle must stop. */
public enum Revocation {
    NO_NEW_INSTALL("no-new-install"),
    OFF_AT_DAY_CLOSE("off-at-day-close"),
    OFF_NOW("off-now");

    private final String word;

    Revocation(String word) {
        this.word = word;
    }

    /** As commands and {@code revocations.json} have it. */
    public String word() {
        return word;
    }

    public static Optional<Revocation> ofWord(String word) {
        return Stream.of(values()).filter(level -> level.word().equals(word)).findFirst();
    }
}
