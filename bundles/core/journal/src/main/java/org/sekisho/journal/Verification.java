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
}
