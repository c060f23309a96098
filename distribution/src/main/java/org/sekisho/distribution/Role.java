package org.sekisho.distribution;

import java.util.Locale;

/** Whose key it is: TUF's four top-level roles, the shop's approver, and the publisher of bundles. */
public enum Role {
    ROOT,
    TIMESTAMP,
    SNAPSHOT,
    TARGETS,
    APPROVER,
    PUBLISHER;

    /** As metadata and file names have it. */
    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
