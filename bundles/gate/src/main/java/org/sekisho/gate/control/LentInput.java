package org.sekisho.gate.control;

import java.io.InputStream;

/** Standard input of somebody else, asked for only when the program reads. One thread. */
final class LentInput extends InputStream {

    /** The next bytes; none means the end. */
    interface Lender {
        byte[] next();
    }

    private final Lender lender;
    private byte[] bytes = {};
    private int at;
    private boolean ended;

    LentInput(Lender lender) {
        this.lender = lender;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (at == bytes.length && !ended) {
            bytes = lender.next();
            at = 0;
            ended = bytes.length == 0;
        }
        if (ended) {
            return -1;
        }
        int n = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, n);
        at += n;
        return n;
    }

    @Override
    public int available() {
        return bytes.length - at;
    }
}
