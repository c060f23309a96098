package org.sekisho.extensions.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.TrustAge;

/** A gate that does everything that it is asked, and says so; or fails as it is told. */
final class FakeGate implements GateControl, GateView {

    static final Listing LOYALTY = new Listing(
            "ab".repeat(32),
            "loyalty",
            "1.0.0",
            "loyalty-1.0.0.jar",
            "Example",
            "cd".repeat(32),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true,
            false,
            true);

    private static final LoadedBundle LOADED =
            new LoadedBundle("loyalty", "1.0.0", LOYALTY.sha256(), "Example", "mai", false);

    List<Listing> awaited = List.of();
    boolean isNetworkGone;
    long approvals = 1;
    volatile Thread closer = Thread.currentThread();

    private Change started() {
        approvals++;
        return new Change(List.of(LOADED), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public Standing standing() {
        return new Standing(1, 1, 1, 1, "words", "source", shop(), List.of());
    }

    private ShopVersions shop() {
        return new ShopVersions(0, DocumentVersion.NONE, new DocumentVersion(approvals, ""));
    }

    @Override
    public Change hold(ShopVersions seen, Locale language) {
        return Change.refused(List.of());
    }

    @Override
    public Change update(String source, Path folder, Locale language, Consumer<String> progress) {
        return started();
    }

    @Override
    public Change approve(String sha256, List<ApproverKey> by, Locale language) {
        return started();
    }

    @Override
    public List<Listing> awaited() {
        return awaited;
    }

    @Override
    public byte[] fetch(String sha256, Locale language) throws IOException {
        if (isNetworkGone) {
            throw new IOException("no route");
        }
        return new byte[] {1};
    }

    @Override
    public Change install(byte[] jar, Locale language) {
        return started();
    }

    @Override
    public Change remove(String symbolicName, List<ApproverKey> by, Locale language) {
        approvals++;
        throw new IllegalStateException("the gate stumbled");
    }

    @Override
    public Change dayClosed(Locale language) {
        closer = Thread.currentThread();
        return new Change(List.of(), List.of(LOADED), List.of(), List.of(), List.of());
    }

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
        return Optional.of(LOYALTY);
    }

    @Override
    public List<Listing> allowlist() {
        return List.of(LOYALTY);
    }
}
