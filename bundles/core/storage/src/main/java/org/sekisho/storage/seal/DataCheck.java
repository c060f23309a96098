package org.sekisho.storage.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sekisho.storage.StorageFault;

/**
 * Holds {@code .data}, as HSQLDB will see it, to the digests of the last checkpoint. When pages were written over since, HSQLDB
 * first puts the ones in {@code .backup} back: so those count.
 */
final class DataCheck {

    private final DatabaseFiles files;
    private final PageSeal seal;
    /** The first page of the backup that a crash left half written; null for none. */
    private BackupPages.@Nullable Page half;

    /** The numbers of the pages from there on. */
    private final Set<Integer> dropped = new HashSet<>();

    /** Where the backup is to be cut off, or -1. */
    private long cut = -1;

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
            BackupPages.Page broken = half;
            if (broken != null && dropped.contains(page)) {
                // It was written over since, so it had been kept as a whole, and so had every page in front of it.
                throw DatabaseFiles.damaged(
                        files.backup(), "bytes " + broken.offset() + " to " + (broken.offset() + BackupPages.ENTRY));
            }
            long from = (long) page * PageSeal.PAGE;
            throw DatabaseFiles.damaged(
                    restored.containsKey(page) ? files.backup() : files.data(),
                    "page " + (page + 1) + " (bytes " + from + " to " + Math.min(from + PageSeal.PAGE, seal.length())
                            + ")");
        }
    }

    /** Cuts off what a crash left of the backup's last pages: a page that HSQLDB would stumble over. Not before it is known for that. */
    void cutBackup() throws IOException {
        if (cut >= 0) {
            DatabaseFiles.cut(files.backup(), cut);
        }
    }

    /**
     * The digests of the pages that the backup will put back. A crash may leave its last pages half written, none of which had yet
     * been written over in {@code .data}: from the first such page on it is to be cut off.
     */
    private Map<Integer, byte[]> backup(DataPages data) throws IOException, StorageFault {
        Map<Integer, byte[]> restored = new HashMap<>();
        BackupPages backup = BackupPages.read(files.backup(), seal.length());
        List<BackupPages.Page> pages = backup.pages();
        for (BackupPages.Page page : pages) {
            boolean fits = seal.fits(page.number(), page.digest());
            if (!fits && seal.fits(page.number(), data.digest(page.number(), seal.length()))) {
                half = page;
                cut = page.offset();
                pages.subList(pages.indexOf(page), pages.size()).stream()
                        .map(BackupPages.Page::number)
                        .filter(number -> !restored.containsKey(number))
                        .forEach(dropped::add);
                return restored;
            }
            restored.putIfAbsent(page.number(), page.digest());
        }
        if (restored.containsKey(0) && backup.flags().orElse(0) != data.flags()) {
            throw DatabaseFiles.damaged(files.data(), "its head (at byte 28)");
        }
        if (backup.torn()) {
            cut = backup.length();
        }
        return restored;
    }
}
