package org.sekisho.cli;

/** A command ends here, with a sentence for the person who gave it. */
final class CommandFault extends Exception {

    private static final long serialVersionUID = 1L;

    static final int DONE = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;

    private final int exitCode;

    CommandFault(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
