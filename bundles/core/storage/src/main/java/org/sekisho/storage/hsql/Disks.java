package org.sekisho.storage.hsql;

import java.io.File;
import java.nio.file.Path;

/** Whether a disk has room: HSQLDB does not say why it failed. */
final class Disks {

    /** Less than this, and the next checkpoint may not fit. */
    private static final long LITTLE = 1 << 20;

    private Disks() {}

    static boolean isFull(Path folder) {
        // Not by its file store: that asks the mount table, which a confined process may not see.
        File disk = folder.toFile();
        return disk.getTotalSpace() > 0 && disk.getUsableSpace() < LITTLE;
    }
}
