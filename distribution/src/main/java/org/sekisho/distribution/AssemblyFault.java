package org.sekisho.distribution;

/** A register cannot be put together from what was given. The message is a sentence that says what to mend. */
public final class AssemblyFault extends Exception {
    private static final long serialVersionUID = 1;

    public AssemblyFault(String message) {
        super(message);
    }

    AssemblyFault(String message, Throwable cause) {
        super(message, cause);
    }
}
