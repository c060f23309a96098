package org.sekisho.storage;

/** The database cannot do what was asked; the message is a sentence that says what it means and who can mend it. */
public final class StorageFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of fault, as far as what one can do about it differs. */
    public enum Kind {
        /** There is no home yet: {@code sekisho init}. */
        NOT_INITIALISED,
        /** The key file or passphrase is not where it was. */
        KEY_MISSING,
        /** The key is not the one this home was made with. */
        WRONG_KEY,
        /** A sealed record was changed; the message names its place. */
        DAMAGED,
        /** Another process holds the database. */
        IN_USE,
        /** The disk is full. */
        FULL,
        /** The database server cannot be reached. */
        UNREACHABLE,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;

    public StorageFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StorageFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
