package org.sekisho.gate.vouch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.Revoked;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Assembly;
import org.sekisho.gate.trust.Revocations;
import org.sekisho.gate.trust.TrustedLists;

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
    private final ShopVersions seen;
    private final ReadAhead files = new ReadAhead();
    private final List<Refused> refused = new ArrayList<>();
    private final List<VerifiedBundle> bundles = new ArrayList<>();

    private Vouching(Installation installation, Optional<Path> home, Clock clock, ShopVersions seen) {
        this.seen = seen;
        this.clock = clock;
        this.installation = installation;
        this.home = home;
    }

    /**
     * @param home empty when there is none yet
     * @throws NotStarted with every reason why the register must not start
     */
    public static Vouched vouch(Installation installation, Optional<Path> home, Clock clock) throws NotStarted {
        return vouch(installation, home, clock, ShopVersions.NONE);
    }

    /** The same where it is known elsewhere than in the home by which documents the shop has run. */
    static Vouched vouch(Installation installation, Optional<Path> home, Clock clock, ShopVersions seen)
            throws NotStarted {
        Vouching vouching = new Vouching(installation, home, clock, seen);
        vouching.files.begin(vouching.delivered().resolve("bundles"), installation.modules());
        TrustStore.Memory memory = vouching.memory();
        return vouching.vouch(new KnownLists(installation, home, memory).choose(vouching.refused), memory);
    }

    /** The same as if the home ran by that memory: what the next start would make of it. */
    static Vouched rehearse(Installation installation, Path home, Clock clock, TrustStore.Memory memory)
            throws NotStarted {
        try {
            return new Vouching(installation, Optional.of(home), clock, ShopVersions.NONE)
                    .vouch(new KnownLists(installation, Optional.of(home), memory).updated(), memory);
        } catch (TrustRefusal refusal) {
            throw new NotStarted(List.of(new Refused(refusal, Consequence.NOT_STARTED)));
        }
    }

    private Vouched vouch(KnownLists.Chosen chosen, TrustStore.Memory memory) throws NotStarted {
        TrustedLists lists = chosen.lists();
        List<Path> folders = new ArrayList<>(installation.stores());
        home.ifPresent(folders::add);
        BundleStore store = new BundleStore(folders, files);

        List<Refused> fatal = new ArrayList<>();
        for (String sha256 : lists.assembly().bundles()) {
            try {
                bundles.add(ofRegister(lists, store, sha256));
            } catch (TrustRefusal refusal) {
                fatal.add(new Refused(refusal, Consequence.NOT_STARTED));
            }
        }
        for (TrustRefusal refusal : installation.platform(chosen.platform(), files)) {
            fatal.add(new Refused(refusal, Consequence.NOT_STARTED));
        }
        if (!fatal.isEmpty()) {
            throw new NotStarted(fatal);
        }
        ShopTrust shop = home.isPresent()
                ? new ShopDocuments(home.get()).read(lists.approvers(), memory.shop(), seen)
                : ShopTrust.none(lists.approvers());
        shop.refusals().forEach(this::leaveOut);
        Additions additions = new Additions(home, lists, shop.approvals(), store);
        add(additions, lists, store);
        Fallbacks fallbacks = new Fallbacks(
                additions.versions(),
                entry -> added(additions, lists, new BundleStore(folders, new ReadAhead()), entry));
        try {
            Freshness freshness = Freshness.of(clock.instant(), installation.assembledAt(), lists.repository());
            return new Vouched(
                    lists,
                    chosen.byUpdate(),
                    memory.versions(),
                    shop,
                    freshness.age(lists.repository()),
                    bundles,
                    fallbacks,
                    refused);
        } catch (TrustRefusal refusal) {
            throw new NotStarted(List.of(new Refused(refusal, Consequence.NOT_STARTED)));
        }
    }

    private void add(Additions additions, TrustedLists lists, BundleStore store) {
        for (List<AllowlistEntry> versions : additions.versions().values()) {
            addNewest(versions, additions, lists, store);
        }
        additions.refusals().forEach(this::leaveOut);
    }

    private void addNewest(List<AllowlistEntry> versions, Additions additions, TrustedLists lists, BundleStore store) {
        for (AllowlistEntry entry : versions) {
            try {
                bundles.add(added(additions, lists, store, entry));
                return;
            } catch (TrustRefusal refusal) {
                leaveOut(refusal);
            }
        }
    }

    private static VerifiedBundle added(
            Additions additions, TrustedLists lists, BundleStore store, AllowlistEntry entry) throws TrustRefusal {
        requireRunnable(lists, entry, false);
        return new VerifiedBundle(entry, store.read(entry), additions.approvedBy(entry), false, false);
    }

    private VerifiedBundle ofRegister(TrustedLists lists, BundleStore store, String sha256) throws TrustRefusal {
        AllowlistEntry entry = lists.allowlist().entry(sha256).orElseThrow(() -> new NotListed(sha256, sha256));
        requireRunnable(lists, entry, true);
        Assembly assembly = lists.assembly();
        boolean waits = assembly.serving().contains(sha256);
        return new VerifiedBundle(entry, store.read(entry), "assembly " + assembly.name(), true, waits);
    }

    private static void requireRunnable(TrustedLists lists, AllowlistEntry entry, boolean belongsToRegister)
            throws TrustRefusal {
        Optional<Revocations.Revocation> revocation = lists.revocations().of(entry.sha256());
        if (revocation.isPresent() && revocation.get().stops(belongsToRegister)) {
            throw new Revoked(entry.file(), revocation.get().reason());
        }
        entry.requireThisRuntime();
    }

    private void leaveOut(TrustRefusal refusal) {
        refused.add(new Refused(refusal, Consequence.LEFT_OUT));
    }

    private Path delivered() {
        return installation.repository().resolve("targets");
    }

    /** A damaged memory is told; what the home proves without it and the versions as delivered still hold. */
    private TrustStore.Memory memory() {
        if (home.isEmpty()) {
            return TrustStore.Memory.NONE;
        }
        Remembered remembered = Remembered.of(installation, home.get());
        remembered.damage().ifPresent(damage -> refused.add(new Refused(damage, Consequence.LISTS_KEPT)));
        return remembered.memory();
    }
}
