package org.sekisho.web.api;

/** Who may make a call. */
enum Access {
    /** Everybody at this machine. */
    ANYBODY,
    /** Whoever is signed on, be it with a one-time password. */
    SIGNED_ON,
    /** Whoever is signed on with a password of their own. */
    OPERATOR
}
