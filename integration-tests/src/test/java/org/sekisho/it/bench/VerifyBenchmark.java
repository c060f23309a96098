package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.sekisho.distribution.Candidate;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;
import org.sekisho.it.Guest;

/**
 * What verification takes of a start, as whole processes by turns: a gate that verifies all and ends ({@code check}), less one that
 * ends before it verifies (an option that is none), against {@code run --until-ready}; all with the flags of {@code run}. Then the
 * same with 10 to 200 bundles more, against the bytes that are there to read. Arguments: an installation, a folder, rounds.
 */
final class VerifyBenchmark {

    /** Bytes of a bundle that is added; they do not compress. */
    static final int BUNDLE = 250_000;

    private static final int USAGE = 2;
    private static final List<Integer> MORE = List.of(10, 50, 100, 150, 200);

    private VerifyBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path installation = Path.of(args[0]);
        int rounds = Integer.parseInt(args[2]);
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            share(new StartedShop(scratch.folder().resolve("as-it-is"), installation), rounds);
            growth(scratch.folder(), installation, rounds);
        }
    }

    private static void share(StartedShop shop, int rounds) throws Exception {
        Pairs pairs = new Pairs("verification of a start, ms", "verification", "start to ready");
        for (int round = -StartBenchmark.WARM_UP; round < rounds; round++) {
            double verification = verification(shop);
            double start = shop.startToLine(shop.sekisho("run", "--until-ready"), "ready ");
            if (round >= 0) {
                pairs.add(verification, start);
            }
        }
        pairs.print();
    }

    private static void growth(Path folder, Path installation, int rounds) throws Exception {
        List<StartedShop> shops = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        List<List<Double>> times = new ArrayList<>();
        for (int more : MORE) {
            Path with = folder.resolve("with-" + more);
            Path grown = withMore(with, installation, more);
            shops.add(new StartedShop(with.resolve("shop"), grown));
            megabytes.add(bytes(grown) / 1e6);
            times.add(new ArrayList<>());
        }
        for (int round = -StartBenchmark.WARM_UP; round < rounds; round++) {
            for (int i = 0; i < shops.size(); i++) {
                double millis = verification(shops.get(i));
                if (round >= 0) {
                    times.get(i).add(millis);
                }
            }
        }
        List<Double> medians = new ArrayList<>();
        for (int i = 0; i < shops.size(); i++) {
            medians.add(Pairs.at(times.get(i), 0.5));
            System.out.printf(
                    Locale.ROOT,
                    "verification, %3d bundles more %.1f MB | %.1f ms (%.1f..%.1f) | n=%d%n",
                    MORE.get(i),
                    megabytes.get(i),
                    medians.get(i),
                    Pairs.at(times.get(i), 0.25),
                    Pairs.at(times.get(i), 0.75),
                    rounds);
        }
        Line line = Line.through(megabytes, medians);
        System.out.printf(
                Locale.ROOT,
                "verification by bytes        %.2f ms a MB, %.0f ms besides | r2 %.4f%n",
                line.slope(),
                line.start(),
                line.determination());
    }

    /** In milliseconds. */
    static double verification(StartedShop shop) throws IOException, InterruptedException {
        double all = shop.whole(shop.asRun("check"), 0);
        return all - shop.whole(shop.asRun("check", "--verify-nothing"), USAGE);
    }

    /** A copy that is delivered with so many bundles more. */
    static Path withMore(Path folder, Path installation, int more) throws Exception {
        Files.createDirectories(folder);
        Installation copy =
                Installation.copy(installation.toRealPath(), folder.resolve("sekisho"), DevelopmentKeys.ofThisUser());
        Random random = new Random(more);
        for (int i = 0; i < more; i++) {
            byte[] content = new byte[BUNDLE];
            random.nextBytes(content);
            copy.deliver(Candidate.part(Guest.named("org.sekisho.more" + i)
                    .file("content", content)
                    .to(folder.resolve("more" + i + "-1.0.jar"))));
        }
        Path earlier = Bundles.assembly(copy.folder());
        copy.publish();
        Files.delete(earlier);
        return copy.folder();
    }

    /** What a gate reads of it, but for the documents. */
    static long bytes(Path installation) throws IOException {
        return size(installation.resolve("repository/targets/bundles")) + size(installation.resolve("lib/modules"));
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
