package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How often a running register really asks the system to flush while it sells, by file, as strace sees it: calls that flush, and writes
 * to files that were opened to be flushed by each (O_DSYNC). Arguments: an installation, a folder, sales.
 */
final class FlushCount {

    private static final String CALLS = "trace=fsync,fdatasync,msync,sync,syncfs,sync_file_range,write,pwrite64,writev";
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((\\d+)<(.*?)>");
    private static final Pattern FLAGS = Pattern.compile("flags:\\s+0*([0-7]+)");
    private static final int O_DSYNC = 010000;

    private FlushCount() {}

    public static void main(String[] args) throws Exception {
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            Path folder = scratch.folder();
            int sales = Integer.parseInt(args[2]);
            TimedRegister register = new TimedRegister(folder, Path.of(args[0]));
            Path trace = folder.resolve("trace");
            Process[] strace = new Process[1];
            Set<String> flushed = new HashSet<>();
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
                flushed.addAll(flushedByEachWrite(process.pid()));
                Files.createFile(where.resolve("counted"));
                register.await(process, "stopwatch.times");
                strace[0].destroy();
                strace[0].waitFor();
            });
            System.out.printf("%d sales%n", sales);
            count(Files.readAllLines(trace), flushed)
                    .forEach((call, times) -> System.out.printf("%6d %s%n", times, call));
        }
    }

    /** The numbers of the files that a process has opened so. */
    private static Set<String> flushedByEachWrite(long process) throws IOException {
        Set<String> numbers = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + process + "/fdinfo"))) {
            for (Path file : files.toList()) {
                Matcher flags = FLAGS.matcher(Files.readString(file));
                if (flags.find() && (Integer.parseInt(flags.group(1), 8) & O_DSYNC) != 0) {
                    numbers.add(file.getFileName().toString());
                }
            }
        }
        return numbers;
    }

    /** @param flushed files of which each write is a flush */
    private static Map<String, Integer> count(List<String> lines, Set<String> flushed) {
        Map<String, Integer> calls = new TreeMap<>();
        for (String line : lines) {
            Matcher call = CALL.matcher(line);
            if (call.find()) {
                boolean isWrite = call.group(1).contains("write");
                if (!isWrite || flushed.contains(call.group(2))) {
                    String name = call.group(1) + (isWrite ? " O_DSYNC " : " ");
                    calls.merge(name + Path.of(call.group(3)).getFileName(), 1, Integer::sum);
                }
            } else if (!line.contains("resumed") && !line.contains("+++")) {
                calls.merge(line, 1, Integer::sum);
            }
        }
        return calls;
    }
}
