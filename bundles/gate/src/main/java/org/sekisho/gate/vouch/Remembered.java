package org.sekisho.gate.vouch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.tuf.Versions;

/**
 * What a home remembers. Where the memory was damaged, what the generations beside it prove: their signatures need no memory.
 *
 * @param damage of the memory; empty when it was read
 */
record Remembered(TrustStore.Memory memory, Optional<TrustRefusal> damage) {

    static Remembered of(Installation installation, Path home) {
        TrustStore store = new TrustStore(home);
        try {
            return new Remembered(store.memory(), Optional.empty());
        } catch (MalformedDocument damaged) {
            return new Remembered(proven(installation, store), Optional.of(damaged));
        }
    }

    private static TrustStore.Memory proven(Installation installation, TrustStore store) {
        return generations(installation, store).stream()
                .map(lists -> memory(installation, lists))
                .reduce(
                        TrustStore.Memory.NONE,
                        (one, other) -> one.versions().isAtLeast(other.versions()) ? one : other);
    }

    private static TrustStore.Memory memory(Installation installation, TrustedLists lists) {
        VerifiedRepository repository = lists.repository();
        return new TrustStore.Memory(
                repository.generation(),
                !installation.wasDeliveredWith(repository.versions()),
                repository.versions(),
                ShopVersions.NONE);
    }

    /** Those generations of a home that verify today, however old. */
    static List<TrustedLists> generations(Installation installation, TrustStore store) {
        List<TrustedLists> all = new ArrayList<>();
        for (Path generation : store.generations()) {
            try {
                all.add(TrustedLists.of(installation.verify(generation, Versions.NONE)));
            } catch (TrustRefusal notThis) {
                // It proves nothing; what is in force is told when it is read.
            }
        }
        return all;
    }
}
