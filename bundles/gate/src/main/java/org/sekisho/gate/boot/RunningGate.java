package org.sekisho.gate.boot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.TrustAge;
import org.sekisho.gate.vouch.VerifiedBundle;
import org.sekisho.gate.vouch.Vouched;

/** What the register may ask of the gate; there is no way in from here. */
final class RunningGate implements GateView {

    private final OperatedGate gate;
    private final RefusalRecord refusals;

    RunningGate(OperatedGate gate, RefusalRecord refusals) {
        this.gate = gate;
        this.refusals = refusals;
    }

    @Override
    public boolean isDevelopment() {
        return gate.vouched().lists().repository().isDevelopment();
    }

    @Override
    public List<LoadedBundle> loaded() {
        return gate.running().stream().map(RunningGate::loaded).toList();
    }

    static LoadedBundle loaded(VerifiedBundle bundle) {
        AllowlistEntry entry = bundle.entry();
        return new LoadedBundle(
                entry.symbolicName(),
                entry.version(),
                entry.sha256(),
                entry.publisherName(),
                bundle.vouchedBy(),
                bundle.belongsToRegister());
    }

    @Override
    public List<Refusal> refusals() {
        return refusals.all();
    }

    @Override
    public void onRefusal(Consumer<Refusal> listener) {
        refusals.listen(listener);
    }

    @Override
    public void drain(Consumer<Refusal> journal) {
        refusals.drain(journal);
    }

    @Override
    public TrustAge age() {
        return gate.age();
    }

    @Override
    public Optional<Listing> listing(String sha256) {
        Vouched now = gate.vouched();
        return now.lists().allowlist().entry(sha256).map(entry -> listing(now, entry));
    }

    @Override
    public List<Listing> allowlist() {
        Vouched now = gate.vouched();
        return now.lists().allowlist().entries().stream()
                .map(entry -> listing(now, entry))
                .toList();
    }

    static Listing listing(Vouched now, AllowlistEntry entry) {
        return new Listing(
                entry.sha256(),
                entry.symbolicName(),
                entry.version(),
                entry.file(),
                entry.publisherName(),
                entry.publisherSpkiSha256(),
                sorted(entry.lineage()),
                entry.powers(),
                sorted(entry.imports()),
                sorted(entry.provides()),
                sorted(entry.requires()),
                now.lists().assembly().bundles().contains(entry.sha256())
                        || now.approvals().letIn(entry),
                now.lists().revocations().of(entry.sha256()).isPresent(),
                entry.plugin());
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }
}
