package org.sekisho.storage.ahead;

/** The work asked for what only the tables know, or there is no room: it has to be done in their own transaction. */
public final class NotAhead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAhead(String why) {
        super(why, null, false, false);
    }
}
