package org.sekisho.gate.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Revocations;
import org.sekisho.gate.trust.SigningPeople;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.tuf.Versions;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.view.TrustAge;
import org.sekisho.gate.vouch.Shop;
import org.sekisho.gate.vouch.Update;
import org.sekisho.gate.vouch.VerifiedBundle;
import org.sekisho.gate.vouch.Vouched;

/**
 * First the documents, then, by verifying all of it again, the bundles that follow from them. What is fetched over a network is
 * fetched before the turn: no other change waits for it.
 */
final class OperatedGate implements GateControl {

    private final Shop shop;
    private final LiveBundles bundles;
    private final RefusalRecord refusals;

    /** Held by the one update that fetches: the next must see what it took. */
    private final Object updating = new Object();

    private volatile Vouched vouched;

    OperatedGate(Shop shop, LiveBundles bundles, RefusalRecord refusals, Vouched vouched) {
        this.shop = shop;
        this.bundles = bundles;
        this.refusals = refusals;
        this.vouched = vouched;
    }

    Vouched vouched() {
        return vouched;
    }

    /** Those that run now. */
    List<VerifiedBundle> running() {
        return bundles.list();
    }

    TrustAge age() {
        return shop.age(vouched);
    }

    @Override
    public Standing standing() {
        Vouched now = vouched;
        Versions versions = now.lists().repository().versions();
        return new Standing(
                versions.root(),
                versions.timestamp(),
                versions.snapshot(),
                versions.targets(),
                now.lists().repository().fingerprint().toString(),
                shop.source().orElse(""),
                now.shop().versions(),
                now.approvers().approvers().names().values().stream().sorted().toList());
    }

    @Override
    public Change update(String source, Path folder, Locale language, Consumer<String> progress)
            throws Declined, IOException {
        String place = place(source, folder);
        Fetcher fetcher = fetcher(place);
        synchronized (updating) {
            try {
                Update update = shop.fetchLists(fetcher, place, progress);
                return change(
                        language,
                        this::untilDayClose,
                        now -> shop.take(update),
                        next -> next.memory().versions().isAtLeast(update.versions()));
            } catch (TrustRefusal refusal) {
                throw declined(refusal, sentences(language));
            }
        }
    }

    @Override
    public Change approve(String sha256, List<ApproverKey> by, Locale language) throws Declined, IOException {
        return change(
                language,
                this::untilDayClose,
                now -> {
                    shop.approve(now, entry(now, sha256), new SigningPeople(by));
                    bundles.retry(sha256);
                },
                next -> next.lists()
                        .allowlist()
                        .entry(sha256)
                        .filter(next.approvals()::letIn)
                        .isPresent());
    }

    @Override
    public List<Listing> awaited() {
        Vouched now = vouched;
        return shop.awaited(now).stream()
                .map(entry -> RunningGate.listing(now, entry))
                .toList();
    }

    @Override
    public Change install(byte[] jar, Locale language) throws Declined, IOException {
        String sha256 = Digests.sha256(jar);
        return change(
                language,
                this::untilDayClose,
                now -> {
                    shop.install(now, jar);
                    bundles.retry(sha256);
                },
                next -> next.bundle(sha256).isPresent());
    }

    @Override
    public Change remove(String symbolicName, List<ApproverKey> by, Locale language) throws Declined, IOException {
        return change(
                language,
                this::untilDayClose,
                now -> shop.remove(now, symbolicName, new SigningPeople(by)),
                next -> next.approvals().approved().stream()
                        .noneMatch(approval -> approval.symbolicName().equals(symbolicName)));
    }

    @Override
    public synchronized Change hold(ShopVersions seen, Locale language) {
        Vouched next = shop.hold(vouched, seen);
        if (next.equals(vouched)) {
            return Change.refused(List.of());
        }
        vouched = next;
        return bundles.turnTo(next, bundle -> false, sentences(language));
    }

    @Override
    public Change dayClosed(Locale language) throws Declined, IOException {
        return change(language, bundle -> false, now -> {}, next -> true);
    }

    @Override
    public byte[] fetch(String sha256, Locale language) throws Declined, IOException {
        try {
            Optional<String> source = shop.source();
            Vouched now = vouched;
            AllowlistEntry entry = entry(now, sha256);
            return shop.fetch(now, entry, source.isPresent() ? Optional.of(fetcher(source.get())) : Optional.empty());
        } catch (TrustRefusal refusal) {
            throw declined(refusal, sentences(language));
        }
    }

    /**
     * What goes wrong after the step was in force is told in the change: the step cannot be taken back.
     *
     * @param inForce whether the step is, where the disk's word is not enough
     */
    private synchronized Change change(
            Locale language, Predicate<VerifiedBundle> stays, Step step, Predicate<Vouched> inForce)
            throws Declined, IOException {
        Sentences words = sentences(language);
        Optional<IOException> trouble = take(step, words);
        Vouched next;
        try {
            next = shop.vouch();
        } catch (NotStarted refused) {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            List<Refusal> notFollowed = refused(refused, Consequence.NOT_FOLLOWED, words);
            notFollowed.forEach(refusals::add);
            return Change.refused(notFollowed);
        }
        if (trouble.isPresent() && !inForce.test(next)) {
            throw trouble.get();
        }
        vouched = next;
        Change change = bundles.turnTo(next, stays, words);
        return trouble.or(() -> settle(next))
                .map(problem -> change.noting(List.of(words.disk(problem))))
                .orElse(change);
    }

    /** Empty when it happened; the disk's fault when it is not known whether it did. */
    private Optional<IOException> take(Step step, Sentences words) throws Declined {
        try {
            step.on(vouched);
            return Optional.empty();
        } catch (TrustRefusal refusal) {
            throw declined(refusal, words);
        } catch (NotStarted refused) {
            throw new Declined(refused(refused, Consequence.NOT_INSTALLED, words));
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private Optional<IOException> settle(Vouched next) {
        try {
            shop.settle(next);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /** Whether lists take it back, but leave it the rest of the day. */
    private boolean untilDayClose(VerifiedBundle bundle) {
        return vouched.lists()
                        .revocations()
                        .of(bundle.entry().sha256())
                        .filter(revocation -> revocation.level() == Revocations.Level.OFF_AT_DAY_CLOSE)
                        .isPresent()
                && vouched.approvals().letIn(bundle.entry());
    }

    private static AllowlistEntry entry(Vouched now, String sha256) throws NotListed {
        return now.lists().allowlist().entry(sha256).orElseThrow(() -> new NotListed(sha256, sha256));
    }

    private static String place(String source, Path folder) throws IOException {
        try {
            return isAddress(source)
                    ? source
                    : folder.resolve(source).normalize().toString();
        } catch (InvalidPathException e) {
            throw new IOException(source, e);
        }
    }

    private static Fetcher fetcher(String place) throws IOException {
        try {
            return isAddress(place) ? Fetcher.of(URI.create(place)) : Fetcher.of(Path.of(place));
        } catch (IllegalArgumentException e) {
            throw new IOException(place, e);
        }
    }

    private static boolean isAddress(String place) {
        return place.matches("(?i)https?://.*");
    }

    private static Declined declined(TrustRefusal refusal, Sentences words) {
        return new Declined(List.of(words.of(new Refused(refusal, Consequence.NOT_INSTALLED), Instant.now())));
    }

    private static List<Refusal> refused(NotStarted reasons, Consequence consequence, Sentences words) {
        Instant time = Instant.now();
        return reasons.reasons().stream()
                .map(reason -> words.of(new Refused(reason.reason(), consequence), time))
                .toList();
    }

    private static Sentences sentences(Locale language) {
        return new Sentences(Messages.of(language));
    }

    /** One change of the documents. */
    @FunctionalInterface
    private interface Step {
        void on(Vouched now) throws TrustRefusal, NotStarted, IOException;
    }
}
