package org.sekisho.gate.vouch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.Assembly;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.RepositoryClient;
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

    /** The newer ones; where they are not right, the others, and that is told. */
    Chosen choose(List<Refused> told) throws NotStarted {
        try {
            return hasNewer() ? updated() : delivered();
        } catch (TrustRefusal first) {
            if (home.isEmpty() || memory.generation().isEmpty()) {
                throw new NotStarted(List.of(new Refused(first, Consequence.NOT_STARTED)));
            }
            try {
                Chosen others = hasNewer() ? delivered() : kept();
                told.add(new Refused(first, Consequence.LISTS_KEPT));
                return others;
            } catch (TrustRefusal second) {
                throw new NotStarted(List.of(
                        new Refused(first, Consequence.NOT_STARTED), new Refused(second, Consequence.NOT_STARTED)));
            }
        }
    }

    /** Those that an update brought. The platform is none of theirs: it is what was delivered. */
    Chosen updated() throws TrustRefusal {
        TrustedLists delivered = read(installation.repository(), Versions.NONE);
        return new Chosen(own(), true, delivered.assembly());
    }

    private Chosen delivered() throws TrustRefusal {
        TrustedLists lists = read(installation.repository(), memory.versions());
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
        try {
            return home.isPresent()
                    && memory.updated()
                    && !installation.delivered().isAtLeast(memory.versions());
        } catch (TrustRefusal noLock) {
            return true;
        }
    }

    private TrustedLists read(Path repository, Versions seen) throws TrustRefusal {
        return TrustedLists.of(RepositoryClient.verify(
                repository, installation.pinnedRoot(), installation.delivered(), seen, TrustedLists.NAMES));
    }
}
