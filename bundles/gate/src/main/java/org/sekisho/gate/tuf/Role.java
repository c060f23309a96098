package org.sekisho.gate.tuf;

import java.util.Locale;

/** TUF's four top-level roles; there are no delegations. */
enum Role {
    ROOT,
    TIMESTAMP,
    SNAPSHOT,
    TARGETS;

    /** As metadata name it. */
    String type() {
        return name().toLowerCase(Locale.ROOT);
    }
}
