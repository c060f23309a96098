package org.sekisho.storage.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sekisho.storage.StorageFault;

/**
 * Holds {@code .data}, as HSQLDB will see it, to the digests of the last checkpoint. When pages were written over since, HSQLDB
 * first puts the ones in {@code .backup} back: so those count.
 */
final class DataCheck {

    private final DatabaseFiles files;
    private final PageSeal seal;

    DataCheck(DatabaseFiles files, PageSeal seal) {
        this.files = files;
        this.seal = seal;
    }

    /** @param inUse whether HSQLDB will restore from the backup */
    void check(boolean inUse) throws IOException, StorageFault {
        if (!Files.exists(files.data())) {
            throw DatabaseFiles.damaged(files.data(), "the whole file: it is missing");
        }
        try (DataPages data = new DataPages(files.data())) {
            if (data.isSaved()) {
                check(data, Map.of());
            } else if (inUse && Files.exists(files.backup())) {
                check(data, backup(data));
            } else {
                throw DatabaseFiles.damaged(files.data(), "its head (at byte 28)");
            }
        }
    }

    private void check(DataPages data, Map<Integer, byte[]> restored) throws IOException, StorageFault {
        AtomicInteger first = new AtomicInteger(Integer.MAX_VALUE);
        DataPages.eachAtOnce(seal.pages(), page -> {
            byte[] digest = restored.get(page);
            if (!seal.fits(page, digest != null ? digest : data.digest(page, seal.length()))) {
                first.accumulateAndGet(page, Math::min);
            }
        });
        int page = first.get();
        if (page != Integer.MAX_VALUE) {
            long from = (long) page * PageSeal.PAGE;
            throw DatabaseFiles.damaged(
                    restored.containsKey(page) ? files.backup() : files.data(),
                    "page " + (page + 1) + " (bytes " + from + " to " + Math.min(from + PageSeal.PAGE, seal.length())
                            + ")");
        }
    }

    /**
     * The digests of the pages that the backup will put back. A crash may leave its last pages half written, none of which had yet
     * been written over in {@code .data}: from the first such page on it is cut off.
     */
    private Map<Integer, byte[]> backup(DataPages data) throws IOException {
        Map<Integer, byte[]> restored = new HashMap<>();
        BackupPages backup = BackupPages.read(files.backup(), seal.length());
        for (BackupPages.Page page : backup.pages()) {
            boolean fits = seal.fits(page.number(), page.digest());
            if (!fits && seal.fits(page.number(), data.digest(page.number(), seal.length()))) {
                DatabaseFiles.cut(files.backup(), page.offset());
                return restored;
            }
            restored.putIfAbsent(page.number(), page.digest());
        }
        if (backup.torn()) {
            DatabaseFiles.cut(files.backup(), backup.length());
        }
        return restored;
    }
}
