package org.sekisho.gate.boot;

import java.io.IOException;
import java.net.URI;
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
import org.sekisho.gate.operate.Standing;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Revocations;
import org.sekisho.gate.trust.SigningPeople;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.tuf.Versions;
import org.sekisho.gate.view.Listing;
import org.sekisho.gate.view.TrustAge;
import org.sekisho.gate.vouch.Shop;
import org.sekisho.gate.vouch.VerifiedBundle;
import org.sekisho.gate.vouch.Vouched;

/** First the documents, then, by verifying all of it again, the bundles that follow from them. */
final class OperatedGate implements GateControl {

    private final Shop shop;
    private final LiveBundles bundles;
    private volatile Vouched vouched;

    OperatedGate(Shop shop, LiveBundles bundles, Vouched vouched) {
        this.shop = shop;
        this.bundles = bundles;
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
                now.approvals().version(),
                now.approvers().approvers().names().values().stream().sorted().toList());
    }

    @Override
    public Change update(String source, Path folder, Locale language, Consumer<String> progress)
            throws Declined, IOException {
        String place = source.matches("(?i)https?://.*")
                ? source
                : folder.resolve(source).normalize().toString();
        Fetcher fetcher = fetcher(place);
        return change(language, this::untilDayClose, now -> shop.update(fetcher, place, progress));
    }

    @Override
    public Change approve(String sha256, List<ApproverKey> by, Locale language) throws Declined, IOException {
        return change(
                language, this::untilDayClose, now -> shop.approve(now, entry(now, sha256), new SigningPeople(by)));
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
        return change(language, this::untilDayClose, now -> shop.install(now, jar));
    }

    @Override
    public Change remove(String symbolicName, List<ApproverKey> by, Locale language) throws Declined, IOException {
        return change(language, this::untilDayClose, now -> shop.remove(now, symbolicName, new SigningPeople(by)));
    }

    @Override
    public Change dayClosed(Locale language) throws Declined, IOException {
        return change(language, bundle -> false, now -> {});
    }

    @Override
    public synchronized byte[] fetch(String sha256, Locale language) throws Declined, IOException {
        try {
            Optional<String> source = shop.source();
            Vouched now = vouched;
            AllowlistEntry entry = entry(now, sha256);
            return shop.fetch(now, entry, source.isPresent() ? Optional.of(fetcher(source.get())) : Optional.empty());
        } catch (TrustRefusal refusal) {
            throw declined(refusal, language);
        }
    }

    private synchronized Change change(Locale language, Predicate<VerifiedBundle> stays, Step step)
            throws Declined, IOException {
        Sentences words = sentences(language);
        try {
            step.on(vouched);
            Vouched next = shop.vouch();
            vouched = next;
            Change change = bundles.turnTo(next.bundles(), stays, words);
            shop.settle(next);
            return change;
        } catch (TrustRefusal refusal) {
            throw declined(refusal, language);
        } catch (NotStarted refused) {
            Instant time = Instant.now();
            throw new Declined(refused.reasons().stream()
                    .map(reason -> words.of(new Refused(reason.reason(), Consequence.NOT_INSTALLED), time))
                    .toList());
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

    private static Fetcher fetcher(String place) throws IOException {
        try {
            return place.matches("(?i)https?://.*") ? Fetcher.of(URI.create(place)) : Fetcher.of(Path.of(place));
        } catch (IllegalArgumentException e) {
            throw new IOException(place, e);
        }
    }

    private static Declined declined(TrustRefusal refusal, Locale language) {
        Refused refused = new Refused(refusal, Consequence.NOT_INSTALLED);
        return new Declined(List.of(sentences(language).of(refused, Instant.now())));
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
