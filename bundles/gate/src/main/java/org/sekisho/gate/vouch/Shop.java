package org.sekisho.gate.vouch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.refusal.NoReplacement;
import org.sekisho.gate.refusal.NotAdded;
import org.sekisho.gate.refusal.NotApproved;
import org.sekisho.gate.refusal.NotApprover;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.OfTheRegister;
import org.sekisho.gate.refusal.Revoked;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WantsMore;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Approval;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.Approvers;
import org.sekisho.gate.trust.Revocations;
import org.sekisho.gate.trust.ShopApprovers;
import org.sekisho.gate.trust.SigningPeople;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.view.TrustAge;

/**
 * Changes what a home lets in. Whatever is needed is verified and written beside what is in force; the last step replaces one file, so
 * that a crash at any moment leaves the old state or the new one. One thread at a time, in the process that holds the home's lock.
 */
public final class Shop {

    private final Installation installation;
    private final Path home;
    private final Clock clock;
    private final TrustStore store;
    private final ShopDocuments documents;
    private volatile ShopVersions held = ShopVersions.NONE;

    public Shop(Installation installation, Path home, Clock clock) {
        this.installation = installation;
        this.home = home;
        this.clock = clock;
        this.store = new TrustStore(home);
        this.documents = new ShopDocuments(home);
    }

    /** Where the last update came from; empty when there was none. */
    public Optional<String> source() {
        return store.source();
    }

    /** How old the lists are now. */
    public TrustAge age(Vouched now) {
        try {
            VerifiedRepository lists = now.lists().repository();
            return Freshness.of(clock.instant(), installation.assembledAt(), lists)
                    .age(lists);
        } catch (TrustRefusal noLock) {
            return now.age();
        }
    }

    /** All that would run here now. */
    public Vouched vouch() throws NotStarted {
        return Vouching.vouch(installation, Optional.of(home), clock, held);
    }

    /**
     * Remembers, until the process ends, what was seen of the shop's documents elsewhere than in the home.
     *
     * @return what runs, where its documents are those or follow them; otherwise the same without what the shop added
     */
    public Vouched hold(Vouched now, ShopVersions seen) {
        held = seen.max(held);
        return now.shop().follows(held)
                ? now
                : now.withoutAdditions(documents.read(now.lists().approvers(), ShopVersions.NONE, held));
    }

    /**
     * Fetches newer lists from a repository, with the bundles of the register itself that they name; writes nothing, and may take as long
     * as a network does. What the shop added follows by {@link #awaited} and {@link #install}.
     *
     * @param from how the repository is called, to be asked again later
     * @param progress hears of each bundle that is fetched
     */
    public Update fetchLists(Fetcher source, String from, Consumer<String> progress) throws TrustRefusal, IOException {
        TrustStore.Memory seen = Remembered.of(installation, home).memory();
        VerifiedRepository repository = installation.verify(source, seen.versions());
        requireFresh(repository);
        TrustedLists lists = TrustedLists.of(repository);
        requireReplacements(lists);
        long epoch = held.max(seen.shop()).epoch();
        if (lists.approvers().epoch() < epoch) {
            throw new RolledBack(Approvers.NAME, lists.approvers().epoch(), epoch);
        }
        BundleStore bundles = bundles();
        Map<AllowlistEntry, byte[]> jars = new LinkedHashMap<>();
        for (AllowlistEntry entry : lists.allowlist().entries()) {
            if (lists.assembly().bundles().contains(entry.sha256())
                    && bundles.find(entry).isEmpty()) {
                progress.accept(entry.file());
                jars.put(entry, fetch(repository, entry));
            }
        }
        return new Update(from, lists, jars);
    }

    /**
     * Puts lists in force that were fetched after all that are in force now.
     *
     * @throws NotStarted when a register that ran by these lists would not start: they are not taken
     */
    public void take(Update update) throws TrustRefusal, NotStarted, IOException {
        TrustStore.Memory seen = Remembered.of(installation, home).memory();
        TrustedLists lists = update.lists();
        VerifiedRepository repository = lists.repository();
        for (Map.Entry<AllowlistEntry, byte[]> jar : update.jars().entrySet()) {
            keep(jar.getKey(), jar.getValue());
        }
        TrustStore.Memory next = new TrustStore.Memory(
                repository.generation(),
                true,
                repository.versions(),
                documents.read(lists.approvers(), seen.shop(), held).memory());
        try {
            store.prepare(next, installation.withRoots(repository));
            Vouching.rehearse(installation, home, clock, next);
        } catch (NotStarted | IOException notTaken) {
            discard(next, seen, notTaken);
            throw notTaken;
        }
        store.turnTo(next);
        store.keepSource(update.from());
    }

    /** A disk that does not even take that keeps what nothing reads. */
    private void discard(TrustStore.Memory prepared, TrustStore.Memory inForce, Exception why) {
        try {
            store.discard(prepared, inForce);
        } catch (IOException stays) {
            why.addSuppressed(stays);
        }
    }

    /**
     * Lets a listed bundle in.
     *
     * @param now what runs
     */
    public void approve(Vouched now, AllowlistEntry entry, SigningPeople people) throws TrustRefusal, IOException {
        requireInstallable(now, entry);
        now.shop().requireWhole();
        requireEnough(now, entry.file(), people, Approvals.needed(entry));
        enrol(now, people);
        documents.keepApprovals(now.approvals().with(entry, people, clock.instant()));
    }

    /** The integrator may ask for more signatures than the bundle does: fewer would make void what the shop approved before. */
    private static void requireEnough(Vouched now, String what, SigningPeople people, int least) throws NotApproved {
        int needed = Math.max(least, now.approvers().approvers().keys().threshold());
        if (people.count() < needed) {
            throw new NotApproved(what, people.count(), needed);
        }
    }

    /**
     * Whoever signs and is no approver becomes one by the signatures of those who are; the first of a shop by those of whom the integrator
     * names, or, where that is nobody, by their own.
     */
    private void enrol(Vouched now, SigningPeople people) throws TrustRefusal, IOException {
        ShopApprovers approvers = now.approvers();
        Set<String> known = people.knownTo(approvers.approvers());
        if (known.size() == people.count()) {
            return;
        }
        if (!approvers.approvers().names().isEmpty()
                && known.size() < approvers.approvers().keys().threshold()) {
            throw new NotApprover(people.strangerTo(approvers.approvers()));
        }
        documents.keepApprovers(approvers.approvers().epoch(), approvers.version() + 1, approvers.with(people));
    }

    /** Stores the bytes of a bundle that is listed and let in. */
    public void install(Vouched now, byte[] jar) throws TrustRefusal, IOException {
        String sha256 = Digests.sha256(jar);
        AllowlistEntry entry = now.lists().allowlist().entry(sha256).orElseThrow(() -> new NotListed(sha256, sha256));
        requireInstallable(now, entry);
        Optional<Approval> before = now.approvals().ofPredecessor(entry);
        if (!now.approvals().letIn(entry) && before.isPresent()) {
            throw new WantsMore(entry.file(), String.join(" ", before.get().lacks(entry)));
        }
        if (!now.approvals().letIn(entry)) {
            int given = now.approvals().of(entry).map(a -> a.signers().size()).orElse(0);
            throw new NotApproved(entry.file(), given, Approvals.needed(entry));
        }
        keep(entry, jar);
    }

    /** What this shop let in and would run, were its bytes here: of each name the newest version, if a later one than runs. */
    public List<AllowlistEntry> awaited(Vouched now) {
        BundleStore bundles = bundles();
        Map<String, AllowlistEntry> newest = new LinkedHashMap<>();
        for (AllowlistEntry entry : now.lists().allowlist().entries()) {
            if (isWanted(now.lists(), now.approvals(), entry) && entry.runsHere()) {
                newest.merge(entry.symbolicName(), entry, AllowlistEntry::newer);
            }
        }
        return newest.values().stream()
                .filter(entry -> bundles.find(entry).isEmpty())
                .toList();
    }

    /** The bytes of a listed bundle, from this machine, or else from where the lists came from. */
    public byte[] fetch(Vouched now, AllowlistEntry entry, Optional<Fetcher> source) throws TrustRefusal, IOException {
        BundleStore bundles = bundles();
        if (bundles.find(entry).isEmpty() && source.isPresent()) {
            VerifiedRepository repository =
                    installation.verify(source.get(), now.lists().repository().versions());
            return fetch(repository, entry);
        }
        return bundles.bytes(entry);
    }

    /** Takes back what was let in under a name. */
    public void remove(Vouched now, String symbolicName, SigningPeople people) throws TrustRefusal, IOException {
        now.shop().requireWhole();
        if (now.approvals().approved().stream()
                .noneMatch(approval -> approval.symbolicName().equals(symbolicName))) {
            boolean delivered = now.bundles().stream()
                    .anyMatch(bundle -> bundle.belongsToRegister()
                            && bundle.entry().symbolicName().equals(symbolicName));
            throw delivered ? new OfTheRegister(symbolicName) : new NotAdded(symbolicName);
        }
        requireEnough(now, symbolicName, people, 1);
        enrol(now, people);
        documents.keepApprovals(now.approvals().without(symbolicName, people));
    }

    /**
     * Remembers what runs now, and removes what the shop no longer needs; a disk that does not take it loses nothing. Where documents were lost
     * nothing is removed: with them it may be needed again.
     */
    public void settle(Vouched now) throws IOException {
        store.keep(now.memory(), installation.withRoots(now.lists().repository()));
        if (now.shop().lost().isPresent()
                || !now.lists().repository().versions().isAtLeast(now.seen())) {
            return;
        }
        held = now.shop().versions().max(held);
        Set<String> kept = new HashSet<>();
        now.bundles().forEach(bundle -> kept.add(fileName(bundle.entry())));
        now.lists().allowlist().entries().stream()
                .filter(entry -> isWanted(now.lists(), now.approvals(), entry))
                .forEach(entry -> kept.add(fileName(entry)));
        Path folder = home.resolve("bundles");
        if (Files.isDirectory(folder)) {
            AtomicFiles.removeOthers(folder, kept);
        }
    }

    private static String fileName(AllowlistEntry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }

    private BundleStore bundles() {
        List<Path> folders = new ArrayList<>(installation.stores());
        folders.add(home);
        return new BundleStore(folders, new ReadAhead());
    }

    private void requireInstallable(Vouched now, AllowlistEntry entry) throws TrustRefusal {
        now.requireNewest();
        requireFresh(now.lists().repository());
        if (now.lists().assembly().bundles().contains(entry.sha256())) {
            throw new OfTheRegister(entry.symbolicName());
        }
        Optional<Revocations.Revocation> revoked = now.lists().revocations().of(entry.sha256());
        if (revoked.isPresent()) {
            throw new Revoked(entry.file(), revoked.get().reason());
        }
    }

    private void requireFresh(VerifiedRepository lists) throws TrustRefusal {
        Freshness.of(clock.instant(), installation.assembledAt(), lists).require(lists);
    }

    /** Taking back a bundle of the register and naming none in its place would stop every till. */
    static void requireReplacements(TrustedLists lists) throws TrustRefusal {
        for (String sha256 : lists.assembly().bundles()) {
            Optional<Revocations.Revocation> revoked = lists.revocations().of(sha256);
            if (revoked.isPresent() && revoked.get().stops(true)) {
                throw new NoReplacement(
                        lists.allowlist()
                                .entry(sha256)
                                .map(AllowlistEntry::file)
                                .orElse(sha256),
                        revoked.get().reason());
            }
        }
    }

    /** What runs here by these lists, or would once it is here. */
    private static boolean isWanted(TrustedLists lists, Approvals approvals, AllowlistEntry entry) {
        return lists.assembly().bundles().contains(entry.sha256())
                || (approvals.letIn(entry)
                        && lists.revocations().of(entry.sha256()).isEmpty());
    }

    private static byte[] fetch(VerifiedRepository repository, AllowlistEntry entry) throws TrustRefusal, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) entry.size());
        repository.fetch("bundles/" + entry.file(), bytes);
        String found = Digests.sha256(bytes.toByteArray());
        if (!found.equals(entry.sha256())) {
            throw WrongDigest.vouched(entry.file(), entry.sha256(), found);
        }
        return bytes.toByteArray();
    }

    private void keep(AllowlistEntry entry, byte[] jar) throws IOException {
        AtomicFiles.write(home.resolve(entry.path()), jar);
    }
}
