package org.sekisho.it.bench;

import java.nio.file.Path;

/**
 * From the start of the process to a register that could durably close a sale, after the last run was killed (SIGKILL) and after it was
 * stopped in order, by turns; both had sold. Arguments: an installation, a folder, rounds.
 */
final class KilledBenchmark {

    private KilledBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            StartedShop shop = new StartedShop(scratch.folder(), Path.of(args[0]));
            Pairs pairs = new Pairs("start to ready, ms", "after SIGKILL", "after a stop");
            int rounds = Integer.parseInt(args[2]);
            for (int round = -StartBenchmark.WARM_UP; round < rounds; round++) {
                double killed = shop.startAgain(true);
                double stopped = shop.startAgain(false);
                if (round >= 0) {
                    pairs.add(killed, stopped);
                }
            }
            pairs.print();
        }
    }
}
