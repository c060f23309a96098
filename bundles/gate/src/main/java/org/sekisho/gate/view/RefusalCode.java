package org.sekisho.gate.view;

/** Why something does not run here. The names are stable: tools and journals know them. */
public enum RefusalCode {
    NOT_ALLOWED,
    NOT_APPROVED,
    REVOKED,
    UNSIGNED,
    SIGNER_MISMATCH,
    SIGNATURE_INVALID,
    /** An install attempt at run time that did not come through the gate. */
    SEALED,
    STRUCTURE,
    POWERS_EXCEEDED,
    INFECTED,
    NOT_SCANNED,
    ROLLED_BACK,
    EXPIRED,
    UNRESOLVED
}
