package org.sekisho.gate.control;

import java.io.IOException;

/** What a frame carries, and the byte that says so on the wire. */
enum FrameType {
    /** To the register: the invocation, as JSON. */
    CALL('C'),
    /** To the register: bytes of standard input; none means its end. */
    STDIN('I'),
    /** To the register: 1 and what the person typed, in UTF-8, or 0 when there is no terminal. */
    ANSWER('A'),
    /** From the register: it wants standard input. */
    WANT_STDIN('W'),
    /** From the register: 1 for hidden or 0, and the prompt in UTF-8. */
    ASK('Q'),
    /** From the register: bytes of standard output. */
    STDOUT('O'),
    /** From the register: bytes of standard error. */
    STDERR('E'),
    /** From the register: the exit code; the last frame. */
    EXIT('X');

    private final byte code;

    FrameType(char code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    /** @throws IOException when no type has this code */
    static FrameType of(byte code) throws IOException {
        for (FrameType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IOException("not a frame");
    }
}
