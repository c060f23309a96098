package org.sekisho.gate.refusal;

/** What a refusal means for the shop; it chooses the second and third part of the sentence. */
public enum Consequence {
    /** The last good lists stay in force. */
    LISTS_KEPT,
    /** What the shop added does not run; the register does. */
    LEFT_OUT,
    /** What the shop added was to go, and did not do so by itself. */
    TAKEN_OUT,
    /** It was put in force, but the bundles that run cannot follow it. */
    NOT_FOLLOWED,
    /** It belongs to the register itself. */
    NOT_STARTED,
    /** Somebody tried to get past the gate, and nothing happened. */
    NOTHING_INSTALLED,
    /** Somebody asked the gate for it and did not get it. */
    NOT_INSTALLED,
    /** A bundle reached for what is not its own, and did not get it. */
    NOTHING_DONE
}
