package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            Path csv = items(folder.resolve("items.csv"), items);
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

    private static Path items(Path csv, int items) throws IOException {
        List<String> lines = new ArrayList<>(List.of("code,name,name_en,price,tax,unit,department"));
        for (int i = 0; i < items; i++) {
            String digits = String.format("49%010d", i);
            lines.add("%s%d,商品 %d,Item %d,%d,%s,piece,食品"
                    .formatted(digits, checkDigit(digits), i, i, 50 + i % 900, i % 3 == 0 ? "standard" : "reduced"));
        }
        return Files.write(csv, lines);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
