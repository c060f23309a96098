package org.sekisho.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL in a loop over every step of sale, card payment, voucher, return, shift and Z: 50 times, or 1,000 in long runs, in shops of 25
 * kills each, from seeds. {@code target/kills.log} has a line for each.
 */
class KillIT {

    private static final int KILLS_A_SHOP = 25;
    private static final int SHOPS_AT_ONCE = 2;
    private static final Path LOG = Path.of("target", "kills.log");

    private final Windows windows = new Windows();

    @TempDir
    Path folder;

    @Test
    void noKillLosesDoublesOrHalvesAnything() throws Exception {
        boolean longRun = Boolean.parseBoolean(System.getenv("SEKISHO_TEST_LONG"));
        int kills = longRun ? 1000 : 50;
        int first = Integer.getInteger("sekisho.kill.seed", 1);
        Files.deleteIfExists(LOG);
        ExecutorService shops = Executors.newFixedThreadPool(SHOPS_AT_ONCE);
        try {
            List<Future<?>> days = new ArrayList<>();
            for (int seed = first; seed < first + kills / KILLS_A_SHOP; seed++) {
                int one = seed;
                days.add(shops.submit(() -> {
                    shop(one);
                    return one;
                }));
            }
            for (Future<?> day : days) {
                day.get();
            }
            log(kills + " kills, nothing lost, doubled or half");
        } finally {
            shops.shutdownNow();
        }
    }

    private void shop(int seed) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("shop" + seed));
        try (PrinterSink printer = new PrinterSink()) {
            KilledShop shop = new KilledShop(new Register(place).initialise(), printer, windows, seed);
            int kill = 0;
            for (KillStep step : steps(seed)) {
                log("seed %d, kill %d: %s".formatted(seed, ++kill, shop.kill(step)));
            }
            log("seed %d: %s".formatted(seed, shop.end()));
        }
    }

    /** Every step, in any order, again and again. */
    private static List<KillStep> steps(int seed) {
        Random random = new Random(seed);
        List<KillStep> steps = new ArrayList<>();
        while (steps.size() < KILLS_A_SHOP) {
            List<KillStep> round = new ArrayList<>(Arrays.asList(KillStep.values()));
            Collections.shuffle(round, random);
            steps.addAll(round);
        }
        return steps.subList(0, KILLS_A_SHOP);
    }

    private static synchronized void log(String line) {
        try {
            Files.writeString(LOG, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
