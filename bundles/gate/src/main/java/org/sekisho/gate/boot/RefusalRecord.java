package org.sekisho.gate.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sekisho.gate.view.Refusal;

/**
 * Every refusal of this run, and those of earlier ones that wait for the journal. On disk as soon as there is a home; before
 * that in memory, since {@code init} may yet make one. Safe for many threads.
 */
public final class RefusalRecord {

    /** More than this a run does not keep: the spool has them, up to its own bound. */
    private static final int MOST = 1000;

    private final Supplier<Optional<Path>> home;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> unspooled = new ArrayList<>();
    private final List<Consumer<Refusal>> listeners = new CopyOnWriteArrayList<>();

    /** @param home empty as long as there is none */
    public RefusalRecord(Supplier<Optional<Path>> home) {
        this.home = home;
    }

    public void add(Refusal refusal) {
        synchronized (this) {
            if (refusals.size() < MOST) {
                refusals.add(refusal);
                unspooled.add(refusal);
            }
            spool();
        }
        for (Consumer<Refusal> listener : listeners) {
            listener.accept(refusal);
        }
    }

    public synchronized List<Refusal> all() {
        return List.copyOf(refusals);
    }

    void listen(Consumer<Refusal> listener) {
        listeners.add(listener);
    }

    /** Hands over what waits, as {@link org.sekisho.gate.view.GateView#drain} promises. */
    void drain(Consumer<Refusal> journal) {
        List<Refusal> waiting = waiting();
        int taken = 0;
        try {
            for (Refusal refusal : waiting) {
                journal.accept(refusal);
                taken++;
            }
        } finally {
            forget(waiting.subList(0, taken));
        }
    }

    private synchronized List<Refusal> waiting() {
        List<Refusal> waiting = new ArrayList<>();
        spool();
        home.get().ifPresent(folder -> waiting.addAll(read(folder)));
        waiting.addAll(unspooled);
        return waiting;
    }

    private synchronized void forget(List<Refusal> taken) {
        unspooled.removeAll(taken);
        home.get().ifPresent(folder -> {
            List<Refusal> left = new ArrayList<>(read(folder));
            left.removeAll(taken);
            try {
                new Spool(folder).replace(left);
            } catch (IOException e) {
                // They come again at the next drain: better twice than never.
            }
        });
    }

    /** Moves to disk what is in memory; what the disk does not take stays in memory. */
    private void spool() {
        home.get().ifPresent(folder -> {
            Spool spool = new Spool(folder);
            try {
                while (!unspooled.isEmpty()) {
                    spool.append(unspooled.get(0));
                    unspooled.remove(0);
                }
            } catch (IOException e) {
                // A full disk does not stop the register; the refusal stays in this run's memory.
            }
        });
    }

    private static List<Refusal> read(Path folder) {
        try {
            return new Spool(folder).read();
        } catch (IOException e) {
            return List.of();
        }
    }
}
