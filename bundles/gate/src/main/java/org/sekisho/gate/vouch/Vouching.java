package org.sekisho.gate.vouch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.Revoked;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Revocations;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.RepositoryClient;

/**
 * Verifies everything that would run: documents, platform, the register's bundles, the shop's own. Starts and writes nothing.
 *
 * <p>What belongs to the register must be right, or the register does not start; what the shop added is left out alone; lists
 * that are not right give way to the last good ones.
 */
public final class Vouching {

    private final Installation installation;
    private final Optional<Path> home;
    private final Clock clock;
    private final List<Refused> refused = new ArrayList<>();
    private final List<VerifiedBundle> bundles = new ArrayList<>();

    private Vouching(Installation installation, Optional<Path> home, Clock clock) {
        this.clock = clock;
        this.installation = installation;
        this.home = home;
    }

    /**
     * @param home empty when there is none yet
     * @throws NotStarted with every reason why the register must not start
     */
    public static Vouched vouch(Installation installation, Optional<Path> home, Clock clock) throws NotStarted {
        return new Vouching(installation, home, clock).vouch();
    }

    private Vouched vouch() throws NotStarted {
        Path delivered = installation.repository().resolve("targets");
        ReadAhead files = new ReadAhead();
        files.begin(delivered.resolve("bundles"), installation.modules());

        TrustStore.Memory memory = memory();
        TrustedLists lists = lists(memory);
        List<Path> folders = new ArrayList<>(List.of(delivered));
        home.ifPresent(folders::add);
        BundleStore store = new BundleStore(folders, files);

        List<Refused> fatal = new ArrayList<>();
        for (String sha256 : lists.assembly().bundles()) {
            try {
                bundles.add(bundle(
                        lists, store, sha256, "assembly " + lists.assembly().name(), true));
            } catch (TrustRefusal refusal) {
                fatal.add(new Refused(refusal, Consequence.NOT_STARTED));
            }
        }
        for (TrustRefusal refusal : installation.platform(lists.assembly(), files)) {
            fatal.add(new Refused(refusal, Consequence.NOT_STARTED));
        }
        if (!fatal.isEmpty()) {
            throw new NotStarted(fatal);
        }
        Additions additions = new Additions(home, lists, memory.approvals());
        for (AllowlistEntry entry : additions.entries()) {
            try {
                bundles.add(bundle(lists, store, entry.sha256(), additions.approvedBy(), false));
            } catch (TrustRefusal refusal) {
                refused.add(new Refused(refusal, Consequence.LEFT_OUT));
            }
        }
        additions.refusals().forEach(refusal -> refused.add(new Refused(refusal, Consequence.LEFT_OUT)));
        return new Vouched(lists, additions.approvals(), lists.repository().age(clock.instant()), bundles, refused);
    }

    private VerifiedBundle bundle(
            TrustedLists lists, BundleStore store, String sha256, String vouchedBy, boolean belongsToRegister)
            throws TrustRefusal {
        AllowlistEntry entry = lists.allowlist().entry(sha256).orElseThrow(() -> new NotListed(sha256, sha256));
        Optional<Revocations.Revocation> revocation = lists.revocations().of(sha256);
        if (revocation.isPresent() && revocation.get().stops(belongsToRegister)) {
            throw new Revoked(entry.file(), revocation.get().reason());
        }
        entry.requireThisRuntime();
        boolean waits = belongsToRegister && lists.assembly().serving().contains(sha256);
        return new VerifiedBundle(entry, store.read(entry), vouchedBy, belongsToRegister, waits);
    }

    /** The lists as delivered or updated; where they are not right, those that last ran well. */
    private TrustedLists lists(TrustStore.Memory memory) throws NotStarted {
        try {
            return lists(installation.repository(), memory);
        } catch (TrustRefusal candidate) {
            if (home.isPresent() && !memory.generation().isEmpty()) {
                try {
                    TrustedLists lists = lists(new TrustStore(home.get()).repository(memory), memory);
                    refused.add(new Refused(candidate, Consequence.LISTS_KEPT));
                    return lists;
                } catch (TrustRefusal lastGood) {
                    throw new NotStarted(List.of(
                            new Refused(candidate, Consequence.NOT_STARTED),
                            new Refused(lastGood, Consequence.NOT_STARTED)));
                }
            }
            throw new NotStarted(List.of(new Refused(candidate, Consequence.NOT_STARTED)));
        }
    }

    private TrustedLists lists(Path repository, TrustStore.Memory memory) throws TrustRefusal {
        return TrustedLists.of(RepositoryClient.verify(
                repository,
                installation.pinnedRoot(),
                installation.delivered(),
                memory.versions(),
                TrustedLists.NAMES));
    }

    /** A damaged memory is told and counts as none: the versions as delivered still hold. */
    private TrustStore.Memory memory() {
        try {
            return home.isPresent() ? new TrustStore(home.get()).memory() : TrustStore.Memory.NONE;
        } catch (MalformedDocument damaged) {
            refused.add(new Refused(damaged, Consequence.LISTS_KEPT));
            return TrustStore.Memory.NONE;
        }
    }
}
