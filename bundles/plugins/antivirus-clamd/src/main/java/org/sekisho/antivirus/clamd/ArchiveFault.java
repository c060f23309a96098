package org.sekisho.antivirus.clamd;

/** An archive, or one entry of it, cannot be looked into; the message says why, without naming it. */
final class ArchiveFault extends Exception {

    private static final long serialVersionUID = 1L;

    ArchiveFault(String message) {
        super(message);
    }
}
