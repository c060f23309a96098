package org.sekisho.it.bench;

import java.nio.file.Path;

/**
 * From the start of the process to a register that could durably close a sale, and the same bundles in {@link PlainFelix}, by turns,
 * each from the same home and with an empty cache. Arguments: an installation, a folder, rounds.
 */
final class StartBenchmark {

    /** Rounds that only warm the file system's cache. */
    static final int WARM_UP = 2;

    private StartBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            StartedShop shop = new StartedShop(scratch.folder(), Path.of(args[0]));
            Pairs pairs = new Pairs("start to ready, ms", "sekisho", "plain Felix");
            int rounds = Integer.parseInt(args[2]);
            for (int round = -WARM_UP; round < rounds; round++) {
                double sekisho = shop.startToLine(shop.sekisho("run", "--until-ready"), "ready ");
                double plain = shop.startToLine(shop.plain("run", "--until-ready"), "ready ");
                if (round >= 0) {
                    pairs.add(sekisho, plain);
                }
            }
            pairs.print();
        }
    }
}
