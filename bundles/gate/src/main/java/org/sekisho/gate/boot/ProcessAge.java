package org.sekisho.gate.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long this process has run, by the kernel's own count of both ends (proc(5), {@code /proc/self/stat} and {@code /proc/uptime}), to
 * 10 ms. {@link ProcessHandle.Info#startInstant()} is off by up to a second: it starts from a boot time in whole seconds.
 */
final class ProcessAge {

    private static final long NANOS_A_TICK = 10_000_000;
    private static final int START_TIME = 19;

    private ProcessAge() {}

    /** In nanoseconds; zero where the kernel does not say. */
    static long nanos() {
        try {
            return nanos(Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime")));
        } catch (IOException | RuntimeException notSaid) {
            return 0;
        }
    }

    /** @param stat the name of the program, in brackets, may hold anything: fields are counted behind it */
    static long nanos(String stat, String uptime) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        String[] seconds = uptime.split("[. ]", 3);
        long now = Long.parseLong(seconds[0]) * 100 + Long.parseLong(seconds[1]);
        return Math.max(0, now - Long.parseLong(fields[START_TIME])) * NANOS_A_TICK;
    }
}
