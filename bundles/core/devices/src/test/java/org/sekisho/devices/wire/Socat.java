package org.sekisho.devices.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A pseudo-terminal with something behind it, by socat; tests that want one are skipped where it is not. */
public final class Socat implements AutoCloseable {

    private final Process process;
    private final Path port;

    private Socat(Process process, Path port) {
        this.process = process;
        this.port = port;
    }

    /** Sends back what comes. */
    public static Socat echoing(Path port) throws Exception {
        return behind(port, "EXEC:cat");
    }

    /** Reads nothing. */
    static Socat deaf(Path port) throws Exception {
        return behind(port, "EXEC:sleep 60");
    }

    /** Passes all on to a TCP port of this machine. */
    public static Socat toTcp(Path port, int tcp) throws Exception {
        return behind(port, "TCP:127.0.0.1:" + tcp);
    }

    public Path port() {
        return port;
    }

    private static Socat behind(Path port, String other) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder("socat", "PTY,link=" + port + ",raw,echo=0", other)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "socat is not there");
            throw e;
        }
        while (!Files.exists(port) && !process.waitFor(10, TimeUnit.MILLISECONDS)) {}
        return new Socat(process, port);
    }

    /** Asked kindly it takes its link away; at times it hears that while it waits for its other end, and forgets it. */
    void unplug() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        unplug();
    }
}
