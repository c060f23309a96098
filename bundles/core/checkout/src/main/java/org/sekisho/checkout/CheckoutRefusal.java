package org.sekisho.checkout;

/** The till says no; the message is a sentence for the person who asked. */
public final class CheckoutRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whose move it is. */
    public enum Kind {
        /** What was asked makes no sense: unknown code, no such line, no number (exit code 2). */
        INPUT,
        /** It makes sense, but not for this operator, or not now (exit code 3). */
        NOT_PERMITTED
    }

    private final Kind kind;

    public CheckoutRefusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
