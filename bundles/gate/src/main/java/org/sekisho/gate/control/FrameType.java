package org.sekisho.gate.control;

/** What a frame carries; its ordinal is the byte on the wire, so new ones go to the end. */
enum FrameType {
    /** To the register: the invocation, as JSON. */
    CALL,
    /** To the register: bytes of standard input; none means its end. */
    STDIN,
    /** To the register: 1 and what the person typed, in UTF-8, or 0 when there is no terminal. */
    ANSWER,
    /** From the register: it wants standard input. */
    WANT_STDIN,
    /** From the register: 1 for hidden or 0, and the prompt in UTF-8. */
    ASK,
    /** From the register: bytes of standard output. */
    STDOUT,
    /** From the register: bytes of standard error. */
    STDERR,
    /** From the register: the exit code; the last frame. */
    EXIT
}
