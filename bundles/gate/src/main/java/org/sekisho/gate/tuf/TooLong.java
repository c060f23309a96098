package org.sekisho.gate.tuf;

import java.io.IOException;

/** A file goes on where it had to end; the rest was not read. */
public final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TooLong(String path, long longest) {
        super(path + ": more than " + longest + " bytes");
    }
}
