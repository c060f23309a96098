package org.sekisho.storage.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sekisho.storage.StorageFault;

/**
 * What {@code .properties} says of the other files. HSQLDB takes every word it does not know for "not modified", and then deletes
 * the log: so only what it writes itself is let through.
 */
enum FileState {
    /** Closed in order; there is no log. */
    CLOSED,
    /** In use when it ended: the log is to be replayed upon the last checkpoint. */
    IN_USE,
    /** A checkpoint was through with {@code .data}, its new script may still have the name {@code .script.new}. */
    NEW_SCRIPT,
    /** All was written anew: the new {@code .data} and script may still be beside those before, which do not count any more. */
    NEW_DATA;

    private static final Map<String, FileState> WORDS =
            Map.of("no", CLOSED, "yes", IN_USE, "yes-new-files", NEW_SCRIPT, "yes-new-files-data", NEW_DATA);

    /** Whether the log, if it is still there, is in the other files already. */
    boolean hasNewFiles() {
        return this == NEW_SCRIPT || this == NEW_DATA;
    }

    /** Without the file HSQLDB takes the database for in use: it is gone for a moment while it is renamed. */
    static FileState read(Path properties) throws IOException, StorageFault {
        if (!Files.exists(properties)) {
            return IN_USE;
        }
        FileState state = null;
        int number = 0;
        for (String line : lines(properties)) {
            number++;
            if (line.startsWith("modified=")) {
                state = WORDS.get(line.substring("modified=".length()));
            } else if (!line.startsWith("#") && !line.matches("version=2(?:\\.[0-9]+)+|tx_timestamp=[0-9]+")) {
                throw DatabaseFiles.damaged(properties, "line " + number);
            }
        }
        if (state == null) {
            throw DatabaseFiles.damaged(properties, "the word 'modified'");
        }
        return state;
    }

    private static List<String> lines(Path properties) throws IOException {
        return Files.readString(properties, StandardCharsets.ISO_8859_1).lines().toList();
    }
}
