package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at random moments of a scripted day: 20 of them, or 500 in long runs, from seeds that can be played again. */
class KillIT {

    private static final int KILLS_A_DAY = 20;
    private static final int LIVES_A_CHECK = 5;

    @TempDir
    Path folder;

    @Test
    void noKillLosesDoublesOrHalvesASale() throws IOException, InterruptedException {
        boolean longRun = Boolean.parseBoolean(System.getenv("SEKISHO_TEST_LONG"));
        int days = longRun ? 25 : 1;
        int first = Integer.getInteger("sekisho.kill.seed", 1);
        List<String> log = new ArrayList<>();
        for (int day = first; day < first + days; day++) {
            day(day, log);
        }
        log.add("%d days, %d kills".formatted(days, days * KILLS_A_DAY));
        Files.write(Path.of("target", "kills.log"), log);
    }

    private void day(int seed, List<String> log) throws IOException, InterruptedException {
        Path shop = Files.createDirectory(folder.resolve("day" + seed));
        try (PrinterSink printer = new PrinterSink()) {
            KilledDay day = new KilledDay(new Register(shop).initialise(), printer, seed);
            log.add("day %d: %s".formatted(seed, day.liveToTheEnd()));
            for (int life = 1; day.killedInTheMiddle() < KILLS_A_DAY; life++) {
                log.add("day %d, life %d: %s".formatted(seed, life, day.liveAndDie()));
                if (life % LIVES_A_CHECK == 0) {
                    log.add("day %d: the journal holds, %d sales, none missing"
                            .formatted(seed, day.checkJournal().receiptNumbers().size()));
                }
                Files.write(Path.of("target", "kills.log"), log);
            }
            int repeats = day.checkReceipts();
            day.checkCards();
            log.add("day %d: %d sales acknowledged, every receipt printed, %d printed again and marked"
                    .formatted(seed, day.sales(), repeats));
            assertThat(day.sales()).as("sales between the kills").isPositive();
        }
    }
}
