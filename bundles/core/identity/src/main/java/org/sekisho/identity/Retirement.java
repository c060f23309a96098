package org.sekisho.identity;

/** What became of retiring somebody. */
public sealed interface Retirement {

    /** They can no longer sign on; the name stays on its records and is not given again. */
    record Retired() implements Retirement {}

    /** Nothing was changed: there is no such active operator, or it is the last active manager. */
    record Refused(Sentence sentence) implements Retirement {}
}
