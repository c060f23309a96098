package org.sekisho.it.bench;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.sekisho.gate.program.Invocation;

/**
 * The command that started a {@link PlainFelix}.
 *
 * @param late starts what waits until the register serves
 */
record PlainInvocation(List<String> arguments, Runnable late) implements Invocation {

    @Override
    public Path workingFolder() {
        return Path.of("");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public InputStream in() {
        return System.in;
    }

    @Override
    public PrintStream out() {
        return System.out;
    }

    @Override
    public PrintStream err() {
        return System.err;
    }

    @Override
    public Optional<char[]> ask(String prompt, boolean hidden) {
        return Optional.empty();
    }

    /** Until the process is killed. */
    @Override
    public void serve(Runnable listening) {
        listening.run();
        late.run();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Map<String, Long> phases() {
        return Map.of();
    }
}
