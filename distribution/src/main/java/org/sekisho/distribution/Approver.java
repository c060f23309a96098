package org.sekisho.distribution;

import java.util.Locale;

/** Who approves in a demo shop; red powers need both. */
enum Approver {
    APPROVER("developer"),
    SECOND_APPROVER("second developer");

    private final String person;

    Approver(String person) {
        this.person = person;
    }

    /** The name by which the register knows them. */
    String person() {
        return person;
    }

    /** What their key's files are called. */
    String keyName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
