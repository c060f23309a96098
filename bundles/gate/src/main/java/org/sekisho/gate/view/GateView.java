package org.sekisho.gate.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The running gate, as a service of the system bundle. It can be asked, not told. Safe for many threads. */
public interface GateView {

    /** Whether the keys are development keys, made on the machine that built this. Every screen must say so. */
    boolean isDevelopment();

    List<LoadedBundle> loaded();

    /** What was refused since the boot began, oldest first. */
    List<Refusal> refusals();

    /** Hears of every later refusal, on the thread of whoever was refused; must return at once. */
    void onRefusal(Consumer<Refusal> listener);

    /** What the allowlist says of a digest; empty when it is not listed. */
    Optional<Listing> listing(String sha256);

    /** All of the allowlist. */
    List<Listing> allowlist();
}
