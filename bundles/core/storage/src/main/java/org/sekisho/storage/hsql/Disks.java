package org.sekisho.storage.hsql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a disk has room: HSQLDB does not say why it failed. */
final class Disks {

    /** Less than this, and the next checkpoint may not fit. */
    private static final long LITTLE = 1 << 20;

    private Disks() {}

    static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < LITTLE;
        } catch (IOException e) {
            return false;
        }
    }
}
