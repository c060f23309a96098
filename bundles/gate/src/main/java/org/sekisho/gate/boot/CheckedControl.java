package org.sekisho.gate.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.view.Listing;

/** The gate's control as it is offered to bundles: each call asks whose code it is. Who got hold of the object has nothing yet. */
final class CheckedControl implements GateControl {

    private final GateControl gate;
    private final BundleRights rights;

    CheckedControl(GateControl gate, BundleRights rights) {
        this.gate = gate;
        this.rights = rights;
    }

    @Override
    public Standing standing() {
        rights.onlyOperators();
        return gate.standing();
    }

    @Override
    public Change update(String source, Path folder, Locale language, Consumer<String> progress)
            throws Declined, IOException {
        rights.onlyOperators();
        return gate.update(source, folder, language, progress);
    }

    @Override
    public Change approve(String sha256, List<ApproverKey> by, Locale language) throws Declined, IOException {
        rights.onlyOperators();
        return gate.approve(sha256, by, language);
    }

    @Override
    public List<Listing> awaited() {
        rights.onlyOperators();
        return gate.awaited();
    }

    @Override
    public byte[] fetch(String sha256, Locale language) throws Declined, IOException {
        rights.onlyOperators();
        return gate.fetch(sha256, language);
    }

    @Override
    public Change install(byte[] jar, Locale language) throws Declined, IOException {
        rights.onlyOperators();
        return gate.install(jar, language);
    }

    @Override
    public Change remove(String symbolicName, List<ApproverKey> by, Locale language) throws Declined, IOException {
        rights.onlyOperators();
        return gate.remove(symbolicName, by, language);
    }

    @Override
    public Change hold(ShopVersions seen, Locale language) {
        rights.onlyOperators();
        return gate.hold(seen, language);
    }

    @Override
    public Change dayClosed(Locale language) throws Declined, IOException {
        rights.onlyOperators();
        return gate.dayClosed(language);
    }
}
