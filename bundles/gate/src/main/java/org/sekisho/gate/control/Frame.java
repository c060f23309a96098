package org.sekisho.gate.control;

/** One message of the control socket: a byte for its type, four for its length (big-endian), and so many bytes. */
final class Frame {

    static final int LONGEST = 1 << 20;

    private final FrameType type;
    private final byte[] payload;

    Frame(FrameType type, byte[] payload) {
        this.type = type;
        this.payload = payload;
    }

    FrameType type() {
        return type;
    }

    byte[] payload() {
        return payload;
    }
}
