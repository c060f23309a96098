package org.sekisho.cli;

import java.time.Duration;
import java.util.Locale;
import org.sekisho.catalogue.ImportProgress;

/** Tells who waits for a long import how far it is, every few seconds, and at the end how long it took; a short one says nothing. */
final class ImportNotes implements ImportProgress {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Console console;
    private final long begun = System.nanoTime();
    private long told = begun;

    ImportNotes(Console console) {
        this.console = console;
    }

    @Override
    public void at(Stage stage, long done, long total) {
        long now = System.nanoTime();
        if (now - told >= PAUSE.toNanos()) {
            told = now;
            console.note("items.progress." + stage.name().toLowerCase(Locale.ROOT), done, total);
        }
    }

    void end() {
        if (told != begun) {
            console.note("items.took", (System.nanoTime() - begun) / 1_000_000_000L);
        }
    }
}
