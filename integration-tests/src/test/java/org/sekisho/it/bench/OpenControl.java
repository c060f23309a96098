package org.sekisho.it.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.view.Listing;

/** Where no gate is, nothing can be let in or taken out: for a plain framework that only sells. */
final class OpenControl implements GateControl {

    @Override
    public Standing standing() {
        return new Standing(1, 1, 1, 1, "", "", ShopVersions.NONE, List.of());
    }

    @Override
    public Change update(String source, Path folder, Locale language, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change approve(String sha256, List<ApproverKey> by, Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Listing> awaited() {
        return List.of();
    }

    @Override
    public byte[] fetch(String sha256, Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change install(byte[] jar, Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change remove(String symbolicName, List<ApproverKey> by, Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change hold(ShopVersions seen, Locale language) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Change dayClosed(Locale language) {
        throw new UnsupportedOperationException();
    }
}
