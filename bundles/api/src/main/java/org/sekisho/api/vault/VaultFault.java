package org.sekisho.api.vault;

/** The vault or a sealed record could not be opened. */
public final class VaultFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** The key file or passphrase is not the one that this home was made with. */
        WRONG_SECRET,
        /** The envelope is damaged. */
        ENVELOPE,
        /** A sealed record was changed. */
        RECORD,
        /** The token cannot be reached, or it is not ready for use. */
        TOKEN,
        /** The token does not take the PIN. */
        TOKEN_PIN,
        /** The token that is there has not the key. */
        TOKEN_KEY
    }

    private final Kind kind;

    public VaultFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
