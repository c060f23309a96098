package org.sekisho.gate.boot;

import java.util.HashSet;
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

    private final Vouched vouched;
    private final RefusalRecord refusals;
    private final Set<String> approved = new HashSet<>();

    RunningGate(Vouched vouched, RefusalRecord refusals) {
        this.vouched = vouched;
        this.refusals = refusals;
        approved.addAll(vouched.lists().assembly().bundles());
        approved.addAll(vouched.approvals().approved());
    }

    @Override
    public boolean isDevelopment() {
        return vouched.lists().repository().isDevelopment();
    }

    @Override
    public List<LoadedBundle> loaded() {
        return vouched.bundles().stream().map(RunningGate::loaded).toList();
    }

    private static LoadedBundle loaded(VerifiedBundle bundle) {
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
        return vouched.age();
    }

    @Override
    public Optional<Listing> listing(String sha256) {
        return vouched.lists().allowlist().entry(sha256).map(this::listing);
    }

    @Override
    public List<Listing> allowlist() {
        return vouched.lists().allowlist().entries().stream().map(this::listing).toList();
    }

    private Listing listing(AllowlistEntry entry) {
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
                approved.contains(entry.sha256()),
                vouched.lists().revocations().of(entry.sha256()).isPresent(),
                entry.plugin());
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }
}
