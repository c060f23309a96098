package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One command at a terminal of its own, and somebody who reads before they type. */
final class AtTerminal implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final StringBuilder screen = new StringBuilder();
    private final Thread reader;
    private int read;

    /** @param process {@code script}, which gives a command a terminal and passes on what comes in */
    AtTerminal(Process process) {
        this.process = process;
        this.reader = new Thread(this::readAll, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] some = new char[1024];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                show(new String(some, 0, n));
            }
        } catch (IOException ended) {
            // What was read so far counts.
        }
    }

    private synchronized void show(String text) {
        screen.append(text);
    }

    private synchronized String screen() {
        return screen.toString();
    }

    /** Waits until that is asked for and types the answer. */
    void answer(String prompt, String line) throws IOException, InterruptedException {
        awaits(prompt);
        OutputStream keys = process.getOutputStream();
        keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Waits until that stands below what was read before; everything between. */
    String awaits(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (screen().indexOf(text, read) < 0 && System.nanoTime() < end && reader.isAlive()) {
            Thread.sleep(20);
        }
        String all = screen();
        int at = all.indexOf(text, read);
        assertThat(at).as("\"%s\" on the screen:%n%s", text, all).isNotNegative();
        String between = all.substring(read, at);
        read = at + text.length();
        return between;
    }

    /** Waits for the end; the exit code. */
    int ends() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as(screen())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
