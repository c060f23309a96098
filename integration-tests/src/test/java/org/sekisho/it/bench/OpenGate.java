package org.sekisho.it.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.TrustAge;

/** What the register's program asks a gate for, where there is none. */
final class OpenGate implements GateView {

    @Override
    public boolean isDevelopment() {
        return true;
    }

    @Override
    public List<LoadedBundle> loaded() {
        return List.of();
    }

    @Override
    public List<Refusal> refusals() {
        return List.of();
    }

    @Override
    public void onRefusal(Consumer<Refusal> listener) {}

    @Override
    public void drain(Consumer<Refusal> journal) {}

    @Override
    public TrustAge age() {
        return TrustAge.FRESH;
    }

    @Override
    public Optional<Listing> listing(String sha256) {
        return Optional.empty();
    }

    @Override
    public List<Listing> allowlist() {
        return List.of();
    }
}
