package org.sekisho.gate.vouch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.Assembly;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.Versions;

/** The lists that are on this machine: those that came with the register, and those that the home took or last ran well by. */
final class KnownLists {

    private final Installation installation;
    private final Optional<Path> home;
    private final TrustStore.Memory memory;

    KnownLists(Installation installation, Optional<Path> home, TrustStore.Memory memory) {
        this.installation = installation;
        this.home = home;
        this.memory = memory;
    }

    /**
     * @param byUpdate whether they came after the register did
     * @param platform the assembly of which the files that the virtual machine loaded were delivered
     */
    record Chosen(TrustedLists lists, boolean byUpdate, Assembly platform) {}

    /** A place where lists are. */
    @FunctionalInterface
    private interface Place {
        Chosen read() throws TrustRefusal;
    }

    /** The newest ones; where they are not right, others, and that is told. */
    Chosen choose(List<Refused> told) throws NotStarted {
        List<TrustRefusal> failed = new ArrayList<>();
        for (Place place : places()) {
            try {
                Chosen chosen = place.read();
                failed.forEach(refusal -> told.add(new Refused(refusal, Consequence.LISTS_KEPT)));
                return chosen;
            } catch (TrustRefusal refusal) {
                failed.add(refusal);
            }
        }
        throw new NotStarted(failed.stream()
                .map(refusal -> new Refused(refusal, Consequence.NOT_STARTED))
                .toList());
    }

    /**
     * Of a home that lost what an update brought, older lists run on: a damaged file must not stop a till. Nothing is let in by them, and
     * what the home has seen is not forgotten for it.
     */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        if (hasNewer()) {
            places.add(this::updated);
            before().ifPresent(lists -> places.add(() -> lists));
            places.add(() -> delivered(Versions.NONE));
        } else {
            places.add(() -> delivered(memory.versions()));
            if (home.isPresent() && !memory.generation().isEmpty()) {
                places.add(this::kept);
            }
        }
        return places;
    }

    /** The newest earlier generation of the home, if all that the register consisted of by it is still here. */
    private Optional<Chosen> before() {
        TrustStore store = new TrustStore(home.orElseThrow());
        return Remembered.generations(installation, store).stream()
                .filter(lists -> !lists.repository().generation().equals(memory.generation()))
                .filter(lists -> memory.versions().isAtLeast(lists.repository().versions()))
                .filter(this::isWhole)
                .reduce((one, other) ->
                        one.repository().versions().isAtLeast(other.repository().versions()) ? one : other)
                .map(lists -> new Chosen(lists, true, platform(lists)));
    }

    private boolean isWhole(TrustedLists lists) {
        List<Path> folders = new ArrayList<>(installation.stores());
        home.ifPresent(folders::add);
        BundleStore bundles = new BundleStore(folders, new ReadAhead());
        return lists.assembly().bundles().stream()
                .allMatch(sha256 ->
                        lists.allowlist().entry(sha256).flatMap(bundles::find).isPresent());
    }

    /** Those that an update brought. The platform is none of theirs: it is what was delivered. */
    Chosen updated() throws TrustRefusal {
        TrustedLists delivered = read(installation.repository(), Versions.NONE);
        return new Chosen(own(), true, delivered.assembly());
    }

    private Chosen delivered(Versions seen) throws TrustRefusal {
        TrustedLists lists = read(installation.repository(), seen);
        return new Chosen(lists, false, lists.assembly());
    }

    private Chosen kept() throws TrustRefusal {
        TrustedLists lists = own();
        return new Chosen(lists, memory.updated(), platform(lists));
    }

    /** As this platform was delivered, where that can still be read: the one before a newer one may run again. */
    private Assembly platform(TrustedLists others) {
        try {
            return read(installation.repository(), Versions.NONE).assembly();
        } catch (TrustRefusal damaged) {
            return others.assembly();
        }
    }

    private TrustedLists own() throws TrustRefusal {
        return read(new TrustStore(home.orElseThrow()).repository(memory), memory.versions());
    }

    /** Whether an update brought what no register was delivered with since. */
    private boolean hasNewer() {
        return home.isPresent() && memory.updated() && !installation.wasDeliveredWith(memory.versions());
    }

    private TrustedLists read(Path repository, Versions seen) throws TrustRefusal {
        return TrustedLists.of(installation.verify(repository, seen));
    }
}
