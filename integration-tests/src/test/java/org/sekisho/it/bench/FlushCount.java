package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a running register really asks the system to flush while it sells, by file, as strace sees it. Arguments: an
 * installation, a folder, sales.
 */
final class FlushCount {

    private static final String CALLS = "trace=fsync,fdatasync,msync,sync,syncfs,sync_file_range";
    private static final Pattern CALL = Pattern.compile("(\\w+)\\(\\d+<(.*?)>");

    private FlushCount() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            Path folder = scratch.folder();
            int sales = Integer.parseInt(args[2]);
            TimedRegister register = new TimedRegister(folder, Path.of(args[0]));
            Path trace = folder.resolve("trace");
            Process[] strace = new Process[1];
            register.measure(new Task("count", sales + 1, register.demoCodes()), (process, where) -> {
                register.await(process, "counting");
                strace[0] = new ProcessBuilder(
                                "strace",
                                "-f",
                                "-y",
                                "-e",
                                CALLS,
                                "-e",
                                "signal=none",
                                "-o",
                                trace.toString(),
                                "-p",
                                "" + process.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("strace").toFile())
                        .start();
                while (!Files.readString(folder.resolve("strace")).contains("attached")) {
                    if (strace[0].waitFor(50, TimeUnit.MILLISECONDS)) {
                        throw new IOException(Files.readString(folder.resolve("strace")));
                    }
                }
                Files.createFile(where.resolve("counted"));
                register.await(process, "stopwatch.times");
                strace[0].destroy();
                strace[0].waitFor();
            });
            System.out.printf("%d sales%n", sales);
            count(Files.readAllLines(trace)).forEach((call, times) -> System.out.printf("%6d %s%n", times, call));
        }
    }

    private static Map<String, Integer> count(List<String> lines) {
        Map<String, Integer> calls = new TreeMap<>();
        for (String line : lines) {
            Matcher call = CALL.matcher(line);
            if (call.find()) {
                calls.merge(call.group(1) + " " + Path.of(call.group(2)).getFileName(), 1, Integer::sum);
            } else if (!line.contains("resumed") && !line.contains("+++")) {
                calls.merge(line, 1, Integer::sum);
            }
        }
        return calls;
    }
}
