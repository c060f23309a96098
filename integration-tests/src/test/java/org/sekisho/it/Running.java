package org.sekisho.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code sekisho run} that is up. Closing it asks it to stop, as Ctrl-C does. */
final class Running implements AutoCloseable {

    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    /** @param port of its page; 0 for any that is free */
    Running(Register register, int port) {
        try {
            out = Files.createTempFile(register.folder(), "run", ".out");
            err = Files.createTempFile(register.folder(), "run", ".err");
            process = register.start(out, err, "run", "--port", port);
            awaitSells();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitSells() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.readString(out).contains("The register sells")) {
            try {
                if (process.waitFor(20, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                    process.destroyForcibly();
                    throw new AssertionError("it does not run:\n" + screen());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** All that it has said so far. */
    String screen() {
        try {
            return Files.readString(out) + Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that it printed for its register page, once the page answers. */
    URI page() {
        Instant end = Instant.now().plus(PATIENCE);
        Matcher address = PAGE.matcher(screen());
        while (!address.find()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new AssertionError("no register page:\n" + screen());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            address = PAGE.matcher(screen());
        }
        return URI.create(address.group());
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGINT's twin SIGTERM; returns the exit code. */
    int stop() {
        process.destroy();
        return await();
    }

    /** Ctrl-C: SIGINT; returns the exit code. */
    int interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return await();
    }

    private int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it does not stop:\n" + screen());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
