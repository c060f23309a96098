package org.sekisho.it.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A cash sale of five lines in a running register, sale by sale beside the same rows in plain HSQLDB and a bare append with fdatasync.
 * Arguments: an installation, a folder on the disk to measure, sales.
 */
final class SaleBenchmark {

    /** Sales of which one ratio of medians is made. */
    private static final int BLOCK = 25;

    private SaleBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            Path folder = scratch.folder();
            TimedRegister register = new TimedRegister(folder, Path.of(args[0]));
            List<double[]> sales = register
                    .measure(new Task(
                            args.length > 3 ? args[3] : "sell", Integer.parseInt(args[2]), register.demoCodes()))
                    .stream()
                    .map(SaleBenchmark::micros)
                    .toList();
            pairs("sale : plain HSQLDB, us", sales, 0, 2);
            pairs("closing : plain HSQLDB", sales, 1, 2);
            pairs("sale : append + fdatasync", sales, 0, 3);
            pairs("closing : append + fdatasync", sales, 1, 3);
            pairs("plain HSQLDB : append", sales, 2, 3);
            pairs("processor: sale : plain", sales, 4, 5);
            new Tail("sale, us").print(column(sales, 0));
        }
    }

    private static void pairs(String what, List<double[]> sales, int first, int second) {
        Pairs pairs = new Pairs(what, "p50", "p50");
        for (int from = 0; from + BLOCK <= sales.size(); from += BLOCK) {
            List<double[]> block = sales.subList(from, from + BLOCK);
            pairs.add(Pairs.at(column(block, first), 0.5), Pairs.at(column(block, second), 0.5));
        }
        pairs.print();
    }

    private static List<Double> column(List<double[]> sales, int column) {
        List<Double> values = new ArrayList<>();
        sales.forEach(sale -> values.add(sale[column]));
        return values;
    }

    private static double[] micros(String line) {
        String[] nanos = line.split(" ", -1);
        double[] micros = new double[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            micros[i] = Long.parseLong(nanos[i]) / 1e3;
        }
        return micros;
    }
}
