package org.sekisho.gate.control;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the person, at the terminal and never at standard input, so that both may be used at once. One thread at a time. */
public final class Terminal implements Asker {

    private static final Path TTY = Path.of("/dev/tty");

    /** Empty when there is no terminal. */
    @Override
    public Optional<char[]> ask(String prompt, boolean hidden) {
        try {
            return askTty(prompt, hidden);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<char[]> askTty(String prompt, boolean hidden) throws IOException {
        try (OutputStream out = Files.newOutputStream(TTY);
                BufferedReader in = Files.newBufferedReader(TTY, StandardCharsets.UTF_8)) {
            out.write(prompt.getBytes(StandardCharsets.UTF_8));
            if (!hidden) {
                return Optional.ofNullable(in.readLine()).map(String::toCharArray);
            }
            Thread restore = new Thread(() -> echo(true));
            Runtime.getRuntime().addShutdownHook(restore);
            try {
                echo(false);
                return Optional.ofNullable(in.readLine()).map(String::toCharArray);
            } finally {
                echo(true);
                out.write('\n');
                Runtime.getRuntime().removeShutdownHook(restore);
            }
        }
    }

    /** The JDK can only hide what is typed at standard input, so the terminal is told by {@code stty}. */
    private static void echo(boolean on) {
        try {
            new ProcessBuilder("stty", on ? "echo" : "-echo")
                    .redirectInput(new File(TTY.toString()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // Without stty the password shows; better than no way to sign on.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
