package org.sekisho.identity;

/** What became of a change to somebody. */
public sealed interface OperatorChange {

    /** It holds, and is journalled. */
    record Made() implements OperatorChange {}

    /** Nothing was changed: there is no such active operator, or nobody would be left who can manage. */
    record Refused(Sentence sentence) implements OperatorChange {}
}
