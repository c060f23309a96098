package org.sekisho.distribution;

import java.util.Locale;

/** Whose key it is: TUF's four top-level roles, the shop's two approvers (red powers need both), and the publisher of bundles. */
public enum Role {
    ROOT,
    TIMESTAMP,
    SNAPSHOT,
    TARGETS,
    APPROVER,
    SECOND_APPROVER,
    PUBLISHER;

    /** As metadata and file names have it. */
    String lowerCase() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
