package org.sekisho.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Lets a register's process believe in another time of day, as a machine with a dead clock battery does. */
final class Faketime {

    private Faketime() {}

    /** @param time as libfaketime takes it: {@code +60d}, {@code 1970-01-02 00:00:00} */
    static Register at(String time, Register register) throws IOException {
        return register.with("LD_PRELOAD", library())
                .with("FAKETIME", time)
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .with("NO_FAKE_STAT", "1");
    }

    /** Where this system keeps it: the command tells its children. */
    private static String library() throws IOException {
        try {
            Process process = new ProcessBuilder("faketime", "-f", "+0d", "printenv", "LD_PRELOAD").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            assumeTrue(false, "faketime is not there");
            throw e;
        }
    }
}
