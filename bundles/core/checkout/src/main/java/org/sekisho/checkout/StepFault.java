package org.sekisho.checkout;

/** What follows a sale could not be done; the message is shown to the cashier. */
public final class StepFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean begun;

    /** @param begun whether a part of it may have been done, so that the next try must be marked as a repeat */
    public StepFault(String message, boolean begun, Throwable cause) {
        super(message, cause);
        this.begun = begun;
    }

    public boolean begun() {
        return begun;
    }
}
