package org.sekisho.cli;

import java.time.Duration;
import org.sekisho.storage.Backups;

/** Tells who waits for a long copy how far it is, every few seconds; a short one says nothing. */
final class CopyNotes implements Backups.Progress {

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final long MEGABYTE = 1_000_000;

    private final Console console;
    private long told = System.nanoTime();

    CopyNotes(Console console) {
        this.console = console;
    }

    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        if (now - told >= PAUSE.toNanos()) {
            told = now;
            console.note("backup.progress", done / MEGABYTE, total / MEGABYTE);
        }
    }
}
