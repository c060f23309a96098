package org.sekisho.it.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.sekisho.api.model.Item;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.ImportProgress;
import org.sekisho.catalogue.ImportResult;
import org.sekisho.catalogue.items.ItemCatalogue;

/**
 * A catalogue of many items: what a look-up by code takes and what the items take in memory, against a {@code HashMap} of the same
 * items in the same process; then the start of a register with them, against one with a thousand. Arguments: an installation, a folder,
 * rounds, how many items.
 */
final class CatalogueBenchmark {

    private static final int LOOK_UPS = 20_000;
    /** Turns a round: short ones, so that both sides meet the same moments of the machine. */
    private static final int TURNS = 10;

    private static final int WARM_UP = 40;
    private static final int FEW = 1_000;
    private static final LocalDate DAY = LocalDate.parse("2026-04-01");

    private CatalogueBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            int rounds = Integer.parseInt(args[2]);
            int items = Integer.parseInt(args[3]);
            Path many = ManyItems.write(scratch.folder().resolve("many.csv"), items);
            Path few = ManyItems.write(scratch.folder().resolve("few.csv"), FEW);
            inMemory(scratch.folder(), many, rounds).print();
            starts(scratch.folder(), Path.of(args[0]), few, many, rounds);
        }
    }

    /** Times of look-ups; prints what the memory takes. */
    static Pairs inMemory(Path folder, Path csv, int rounds) throws Exception {
        try (PlainDatabase database = new PlainDatabase(folder.resolve("plain"))) {
            ItemCatalogue catalogue = database.catalogue();
            long begun = System.nanoTime();
            ImportResult result = catalogue.importCsv(Files.readAllBytes(csv), "bench", ImportProgress.UNHEARD);
            System.out.printf(
                    Locale.ROOT, "import, plain HSQLDB: %s, %.1f s%n", result, (System.nanoTime() - begun) / 1e9);
            List<String> codes = ManyItems.codes(csv);
            long before = usedHeap();
            begun = System.nanoTime();
            database.readIntoMemory(catalogue, codes.get(0), DAY);
            System.out.printf(Locale.ROOT, "index read in %.1f s%n", (System.nanoTime() - begun) / 1e9);
            long withIndex = usedHeap();
            Map<String, Item> map = asHashMap(catalogue, codes);
            long withMap = usedHeap();
            System.out.printf(
                    Locale.ROOT,
                    "memory, bytes an item: index %.1f | HashMap %.1f | ratio %.3f%n",
                    (withIndex - before) / (double) map.size(),
                    (withMap - withIndex) / (double) map.size(),
                    (withIndex - before) / (double) (withMap - withIndex));
            Pairs pairs = lookUps(catalogue, map, codes, rounds);
            catalogue.stop();
            return pairs;
        }
    }

    /** What is reachable: after collections until no more goes away. */
    private static long usedHeap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            System.gc();
            Thread.sleep(50);
            long now = runtime.totalMemory() - runtime.freeMemory();
            if (now >= used - 10_000) {
                return Math.min(now, used);
            }
            used = now;
        }
        return used;
    }

    /** By the code as it is scanned; what many items share is one object for all. */
    private static Map<String, Item> asHashMap(ItemCatalogue catalogue, List<String> codes) throws Exception {
        Map<String, Item> map = new HashMap<>();
        for (String code : codes) {
            Item item = ((Finding.Found) catalogue.find(fresh(code), DAY)).item();
            map.put(item.code(), item);
        }
        return map;
    }

    private static Pairs lookUps(ItemCatalogue catalogue, Map<String, Item> map, List<String> codes, int rounds)
            throws Exception {
        Pairs pairs = new Pairs("look-up, ns", "index", "HashMap");
        Random random = new Random(7);
        for (int round = -WARM_UP; round < TURNS * rounds; round++) {
            List<String> scanned = scans(codes, random);
            List<String> again = new ArrayList<>(
                    scanned.stream().map(CatalogueBenchmark::fresh).toList());
            Collections.shuffle(again, random);
            double index = index(catalogue, round % 2 == 0 ? scanned : again);
            double hash = hashMap(map, round % 2 == 0 ? again : scanned);
            if (round >= 0) {
                pairs.add(index, hash);
            }
        }
        return pairs;
    }

    /** As a scanner delivers them: strings that nobody has seen before. */
    private static List<String> scans(List<String> codes, Random random) {
        List<String> scans = new ArrayList<>(LOOK_UPS);
        for (int i = 0; i < LOOK_UPS; i++) {
            scans.add(fresh(codes.get(random.nextInt(codes.size()))));
        }
        return scans;
    }

    /** Shares neither characters nor hash with the other. */
    private static String fresh(String code) {
        return String.valueOf(code.toCharArray());
    }

    private static double index(ItemCatalogue catalogue, List<String> codes) throws Exception {
        long sum = 0;
        long begun = System.nanoTime();
        for (String code : codes) {
            sum += ((Finding.Found) catalogue.find(code, DAY)).item().price().minor();
        }
        return each(System.nanoTime() - begun, sum);
    }

    private static double hashMap(Map<String, Item> map, List<String> codes) {
        long sum = 0;
        long begun = System.nanoTime();
        for (String code : codes) {
            sum += map.get(code).price().minor();
        }
        return each(System.nanoTime() - begun, sum);
    }

    private static double each(long nanos, long sum) {
        if (sum <= 0) {
            throw new IllegalStateException("nothing was found");
        }
        return nanos / (double) LOOK_UPS;
    }

    private static void starts(Path folder, Path installation, Path few, Path many, int rounds) throws Exception {
        StartedShop small = new StartedShop(Files.createDirectory(folder.resolve("few")), installation);
        small.importItems(few);
        StartedShop large = new StartedShop(Files.createDirectory(folder.resolve("many")), installation);
        System.out.printf(Locale.ROOT, "import into a register: %.1f s%n", large.importItems(many) / 1e3);
        Pairs pairs = new Pairs("start to ready, ms", "many items", FEW + " items");
        for (int round = -StartBenchmark.WARM_UP; round < rounds; round++) {
            double one = large.startToLine(large.sekisho("run", "--until-ready"), "ready ");
            double other = small.startToLine(small.sekisho("run", "--until-ready"), "ready ");
            if (round >= 0) {
                pairs.add(one, other);
            }
        }
        pairs.print();
        System.out.printf(Locale.ROOT, "later by, ms: %.0f%n", pairs.difference());
    }
}
