package org.sekisho.gate.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tries a platform that is not live yet, as its own launcher starts it: it must vouch for itself ({@code check}) and bring up all of its
 * bundles ({@code --help}). It sees no home.
 */
final class Trial {

    private static final long PATIENCE_SECONDS = 120;

    private String said = "";

    boolean starts(Path platform) throws IOException {
        return ends(platform, "check") && ends(platform, "--help");
    }

    /** The last that it said, where it did not start. */
    String said() {
        return said;
    }

    private boolean ends(Path platform, String command) throws IOException {
        Path log = Files.createTempFile("sekisho-trial", ".log");
        try {
            Process process = new ProcessBuilder(List.of(
                            platform.resolve("bin/sekisho").toString(),
                            command,
                            "--home",
                            platform.resolve("no-home").toString()))
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (ended && process.exitValue() == 0) {
                return true;
            }
            process.destroyForcibly();
            said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Files.delete(log);
        }
    }
}
