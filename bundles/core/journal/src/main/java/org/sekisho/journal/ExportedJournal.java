package org.sekisho.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** Verifies an exported journal without a register: what {@code sekisho journal export} wrote, by the same code. */
public final class ExportedJournal {

    private ExportedJournal() {}

    /**
     * Follows every chain in the file, in constant memory.
     *
     * @param lines UTF-8 JSON Lines
     * @param anchors may be empty
     * @throws IOException when it cannot be read
     */
    public static Verification verify(BufferedReader lines, List<Anchor> anchors) throws IOException {
        ChainVerifier chains = new ChainVerifier(anchors);
        String lane = "?";
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                Entry entry = EntryFormat.read(line);
                lane = entry.lane();
                chains.next(entry);
            } catch (IllegalArgumentException e) {
                chains.unreadable(lane, chains.expected(lane), "line " + number + ": " + e.getMessage());
            }
        }
        return chains.end();
    }
}
