package org.sekisho.gate.view;

/** How old the signed documents are, the mildest first. None of them stops a sale. */
public enum TrustAge {
    FRESH,
    /** The time-stamp is overdue: an amber banner, nothing new is installed. */
    TIMESTAMP_EXPIRED,
    /** The snapshot or the lists are overdue: a red banner that a manager acknowledges, nothing new is installed. */
    LISTS_EXPIRED,
    /** The clock stands before the time at which the lists were signed; nobody can tell how old they are. Nothing new is installed. */
    CLOCK_BEHIND,
    /** The root is overdue and must be rotated, nothing new is installed. */
    ROOT_EXPIRED;

    public boolean allowsInstalling() {
        return this == FRESH;
    }
}
