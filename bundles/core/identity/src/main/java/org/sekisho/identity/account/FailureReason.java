package org.sekisho.identity.account;

import java.util.Locale;

/** Why a sign-on failed: for the journal's readers, never for the person who tried. */
enum FailureReason {
    UNKNOWN_NAME,
    WRONG_PASSWORD,
    LOCKED,
    RETIRED,
    WRONG_PIN,
    /** No PIN that counts: none was set, too many were wrong, or the name itself may not sign on. */
    NO_PIN,
    WRONG_CODE,
    /** A code that was right, and was taken before. */
    USED_CODE,
    /** They have a code, and there is no plugin that checks it. */
    UNCHECKED_CODE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
