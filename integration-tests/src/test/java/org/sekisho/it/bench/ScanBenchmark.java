package org.sekisho.it.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * From a scanned code to a line of a basket that grows to twenty, with its price, tax and total, in a running register: with the demo
 * shop's items and with many. Arguments: an installation, a folder, baskets, how many items.
 */
final class ScanBenchmark {

    private ScanBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            Path folder = scratch.folder();
            int baskets = Integer.parseInt(args[2]);
            TimedRegister register = new TimedRegister(folder, Path.of(args[0]));
            print("scan, demo items, us", register.measure(new Task("scan", baskets, register.demoCodes())));
            int items = Integer.parseInt(args[3]);
            Path csv = ManyItems.write(folder.resolve("items.csv"), items);
            register.importItems(csv);
            print(
                    "scan, " + items + " items, us",
                    register.measure(new Task("scan", baskets, TimedRegister.codes(csv))));
        }
    }

    private static void print(String what, List<String> lines) {
        new Tail(what)
                .print(lines.stream().map(line -> Long.parseLong(line) / 1e3).toList());
    }
}
