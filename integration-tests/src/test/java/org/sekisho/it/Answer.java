package org.sekisho.it;

/** What a command answered. */
record Answer(int exitCode, String out, String err) {

    /** Both streams, for a failing test to show. */
    @Override
    public String toString() {
        return "exit " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
    }
}
