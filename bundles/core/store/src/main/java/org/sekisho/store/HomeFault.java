package org.sekisho.store;

/** The home folder or its store.json cannot be used; the message is a sentence for the person who keeps the register. */
public final class HomeFault extends Exception {

    private static final long serialVersionUID = 1L;

    public HomeFault(String message) {
        super(message);
    }

    public HomeFault(String message, Throwable cause) {
        super(message, cause);
    }
}
