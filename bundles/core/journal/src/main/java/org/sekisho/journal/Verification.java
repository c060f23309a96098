package org.sekisho.journal;

import java.util.Map;

/** Whether the journal is whole. */
public sealed interface Verification {

    /**
     * @param entries how many were followed
     * @param heads the hash of the last entry of each lane
     */
    record Whole(long entries, Map<String, String> heads) implements Verification {}

    /**
     * @param lane whose chain breaks
     * @param seq the first bad entry
     * @param why edited, removed, reordered …
     */
    record Broken(String lane, long seq, String why) implements Verification {}

    /**
     * The anchors themselves cannot be believed.
     *
     * @param line of the file of anchors, from 1
     */
    record Distrusted(int line, Reason reason) implements Verification {

        /** What is wrong with the line. */
        public enum Reason {
            /** It was edited, or never signed. */
            WRONG_SIGNATURE,
            /** An earlier entry of its lane was anchored with a signature, so this one was too. */
            SIGNATURE_MISSING,
            /** Of another register, or of this one before its database was exchanged or rolled back. */
            OTHER_KEY
        }
    }
}
