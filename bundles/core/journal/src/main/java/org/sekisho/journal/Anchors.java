package org.sekisho.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sekisho.storage.StorageFault;

/** The journal's heads, signed with the register's own key and kept outside the database. Safe for many threads. */
public interface Anchors {

    /** The file in the home that every new anchor is appended to. */
    String FILE = "anchors.jsonl";

    /** The file in the home that holds the public half of the key: to be copied elsewhere once, and compared later. */
    String KEY_FILE = "journal-key.json";

    /**
     * Signs the head of every lane now and appends it to {@value #FILE}. The first time, it makes the key and says so in the journal.
     *
     * @throws StorageFault when the database cannot be read or the key does not open
     * @throws IOException when the file cannot be written
     */
    List<AnchorLine.Signed> make() throws StorageFault, IOException;

    /**
     * Follows every chain and holds it to the anchors. Forged ones are told first, and one by a key that this database does not have
     * last: neither is believed.
     *
     * @param lines in the order of the file
     * @throws StorageFault when the database cannot be read
     */
    default Verification verify(List<AnchorLine> lines) throws StorageFault {
        return verify(lines, Optional.empty());
    }

    /**
     * The same with a key that was noted outside the register: no other is believed, whatever this database says of itself, and no anchor
     * without a signature.
     */
    Verification verify(List<AnchorLine> lines, Optional<String> key) throws StorageFault;
}
