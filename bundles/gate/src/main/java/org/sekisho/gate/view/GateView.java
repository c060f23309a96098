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

    /**
     * Hands over every refusal that nobody has journalled yet, oldest first, those of earlier runs too. One that the journal
     * took (it returned) is forgotten; one that it threw at stays, with all after it, for the next time. After a crash between the
     * two it comes again. One caller at a time; a refusal that comes meanwhile is handed over too or waits for the next call.
     */
    void drain(Consumer<Refusal> journal);

    /** How old the signed documents are: too old stops installing, never selling. */
    TrustAge age();

    /** What the allowlist says of a digest; empty when it is not listed. */
    Optional<Listing> listing(String sha256);

    /** All of the allowlist. */
    List<Listing> allowlist();
}
