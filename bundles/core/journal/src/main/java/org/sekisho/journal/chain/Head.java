package org.sekisho.journal.chain;

import org.sekisho.journal.EntryFormat;

/** Where a chain ends now. */
record Head(long seq, String hash) {

    static final Head NONE = new Head(0, EntryFormat.NO_PREV);
}
