package org.sekisho.gate.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.vouch.Fallbacks;
import org.sekisho.gate.vouch.VerifiedBundle;
import org.sekisho.gate.vouch.Vouched;

/**
 * The verified bundles that are in the framework, and the only hand that puts them there or takes them out. What belongs to the
 * register stays for as long as it runs; what the shop added comes and goes, and where its newest version does not come up, an
 * older one runs.
 */
final class LiveBundles {

    /** For what is stopped after the time for all is used up. */
    private static final Duration LEAST = Duration.ofMillis(100);

    private final BundleLife life;
    private final Sentences sentences;
    private final RefusalRecord refusals;
    private final Map<VerifiedBundle, Bundle> live = new LinkedHashMap<>();

    /** Digests of what did not come up in this run: not tried again by changes that concern others. */
    private final Set<String> failed = new HashSet<>();

    /** Read without waiting for a change. */
    private volatile Map<VerifiedBundle, Bundle> snapshot = Map.of();

    LiveBundles(BundleLife life, Sentences sentences, RefusalRecord refusals) {
        this.life = life;
        this.sentences = sentences;
        this.refusals = refusals;
    }

    /** At once, whatever goes on. */
    List<VerifiedBundle> list() {
        return List.copyOf(snapshot.keySet());
    }

    /** Those that wait until the register serves, in their order. */
    Map<VerifiedBundle, Bundle> waiting() {
        Map<VerifiedBundle, Bundle> waiting = new LinkedHashMap<>(snapshot);
        waiting.keySet().removeIf(bundle -> !bundle.startsWhenServing());
        return waiting;
    }

    /** Puts the register's own in. */
    synchronized void install(List<VerifiedBundle> bundles) throws NotStarted {
        for (VerifiedBundle bundle : bundles) {
            if (bundle.belongsToRegister()) {
                try {
                    live.put(bundle, life.enter(bundle));
                } catch (TrustRefusal refusal) {
                    throw notStarted(refusal);
                }
            }
        }
        publish();
    }

    /** Starts the register's own, and then what the shop added. */
    synchronized void start(Vouched vouched) throws NotStarted {
        life.resolve(live.values());
        for (Map.Entry<VerifiedBundle, Bundle> own : live.entrySet()) {
            if (!own.getKey().startsWhenServing()) {
                try {
                    life.start(own.getKey(), own.getValue());
                } catch (TrustRefusal refusal) {
                    throw notStarted(refusal);
                }
            }
        }
        bringIn(added(vouched.bundles()), older(vouched.fallbacks()), refusal -> leftOut(refusal, sentences));
    }

    /** The next change tries this one again, although it did not come up before. */
    synchronized void retry(String sha256) {
        failed.remove(sha256);
    }

    /**
     * Brings what the shop added in line with what is to run.
     *
     * @param next what is to run, as it was verified
     * @param stays those that may go on running although they are not among the next, unless another version takes their place
     */
    synchronized Change turnTo(Vouched next, Predicate<VerifiedBundle> stays, Sentences words) {
        List<Refusal> refused = new ArrayList<>();
        List<VerifiedBundle> wanted = next.bundles().stream()
                .flatMap(bundle -> usable(bundle, older(next.fallbacks())).stream())
                .toList();
        List<VerifiedBundle> leaving = added(list()).stream()
                .filter(bundle -> !isAmong(wanted, bundle))
                .filter(bundle -> !stays.test(bundle) || isNamedAmong(wanted, bundle))
                .toList();
        List<VerifiedBundle> coming =
                wanted.stream().filter(bundle -> !isAmong(list(), bundle)).toList();
        leaving.forEach(bundle -> takeOut(bundle, words).ifPresent(refused::add));
        List<VerifiedBundle> staying = leaving.stream().filter(stays).toList();
        Versions versions = bundle -> older(next.fallbacks()).after(bundle).or(() -> sameName(staying, bundle));
        List<VerifiedBundle> up = bringIn(added(coming), versions, refusal -> refused.add(leftOut(refusal, words)));
        return new Change(
                loaded(up, bundle -> !isAmong(leaving, bundle)),
                loaded(leaving, bundle -> !isAmong(up, bundle)),
                loaded(coming, VerifiedBundle::belongsToRegister),
                refused,
                List.of());
    }

    /** Ends what the shop added, and where that holds the framework up, the register's own too. Does not wait for ever. */
    boolean stop() {
        Instant end = Instant.now().plus(life.patience());
        List<VerifiedBundle> reversed = new ArrayList<>(list());
        Collections.reverse(reversed);
        for (VerifiedBundle bundle : added(reversed)) {
            stop(bundle, end);
        }
        if (life.isHeldUp()) {
            Instant last = Instant.now().plus(life.patience());
            reversed.stream().filter(VerifiedBundle::belongsToRegister).forEach(bundle -> stop(bundle, last));
        }
        return !life.isHeldUp();
    }

    private void stop(VerifiedBundle bundle, Instant end) {
        Duration left = Duration.between(Instant.now(), end);
        life.stop(bundle, snapshot.get(bundle), left.compareTo(LEAST) > 0 ? left : LEAST)
                .ifPresent(refusal ->
                        refusals.add(sentences.of(new Refused(refusal, Consequence.TAKEN_OUT), Instant.now())));
    }

    /** All are in before the first starts: one may need what another brings. */
    private List<VerifiedBundle> bringIn(
            List<VerifiedBundle> coming, Versions versions, Consumer<TrustRefusal> leftOut) {
        Map<String, Bundle> entered = new LinkedHashMap<>();
        for (VerifiedBundle bundle : coming) {
            enter(bundle, leftOut).ifPresent(in -> entered.put(bundle.location(), in));
        }
        List<VerifiedBundle> up = new ArrayList<>();
        for (VerifiedBundle bundle : coming) {
            Optional<VerifiedBundle> next = Optional.of(bundle);
            while (next.isPresent() && !comesUp(next.get(), entered, leftOut)) {
                next = versions.after(next.get());
            }
            next.ifPresent(up::add);
        }
        return up;
    }

    private boolean comesUp(VerifiedBundle bundle, Map<String, Bundle> entered, Consumer<TrustRefusal> leftOut) {
        Optional<Bundle> in =
                Optional.ofNullable(entered.remove(bundle.location())).or(() -> enter(bundle, leftOut));
        if (in.isEmpty()) {
            return false;
        }
        try {
            life.start(bundle, in.get());
        } catch (TrustRefusal refusal) {
            fail(bundle, refusal, leftOut);
            return false;
        }
        live.put(bundle, in.get());
        publish();
        return true;
    }

    private Optional<Bundle> enter(VerifiedBundle bundle, Consumer<TrustRefusal> leftOut) {
        if (failed.contains(bundle.entry().sha256())) {
            return Optional.empty();
        }
        try {
            return Optional.of(life.enter(bundle));
        } catch (TrustRefusal refusal) {
            fail(bundle, refusal, leftOut);
            return Optional.empty();
        }
    }

    private void fail(VerifiedBundle bundle, TrustRefusal refusal, Consumer<TrustRefusal> leftOut) {
        failed.add(bundle.entry().sha256());
        leftOut.accept(refusal);
    }

    private Optional<Refusal> takeOut(VerifiedBundle bundle, Sentences words) {
        Bundle left = live.remove(bundle);
        publish();
        return life.takeOut(bundle, left).map(refusal -> tell(refusal, Consequence.TAKEN_OUT, words));
    }

    private Refusal leftOut(TrustRefusal refusal, Sentences words) {
        return tell(refusal, Consequence.LEFT_OUT, words);
    }

    private Refusal tell(TrustRefusal reason, Consequence consequence, Sentences words) {
        Refusal refusal = words.of(new Refused(reason, consequence), Instant.now());
        refusals.add(refusal);
        return refusal;
    }

    private static NotStarted notStarted(TrustRefusal refusal) {
        return new NotStarted(List.of(new Refused(refusal, Consequence.NOT_STARTED)));
    }

    private void publish() {
        snapshot = Collections.unmodifiableMap(new LinkedHashMap<>(live));
    }

    /** Itself, or the newest older version, of those that have not failed. */
    private Optional<VerifiedBundle> usable(VerifiedBundle bundle, Versions versions) {
        Optional<VerifiedBundle> next = Optional.of(bundle);
        while (next.isPresent() && failed.contains(next.get().entry().sha256())) {
            next = versions.after(next.get());
        }
        return next;
    }

    private Optional<VerifiedBundle> sameName(List<VerifiedBundle> bundles, VerifiedBundle bundle) {
        return bundles.stream()
                .filter(other -> !failed.contains(other.entry().sha256()))
                .filter(other -> isNamedAmong(List.of(bundle), other))
                .findFirst();
    }

    private static Versions older(Fallbacks fallbacks) {
        return fallbacks::after;
    }

    private static List<VerifiedBundle> added(List<VerifiedBundle> bundles) {
        return bundles.stream().filter(bundle -> !bundle.belongsToRegister()).toList();
    }

    private static boolean isAmong(List<VerifiedBundle> bundles, VerifiedBundle bundle) {
        return bundles.stream().anyMatch(other -> other.location().equals(bundle.location()));
    }

    private static boolean isNamedAmong(List<VerifiedBundle> bundles, VerifiedBundle bundle) {
        String name = bundle.entry().symbolicName();
        return bundles.stream().anyMatch(other -> other.entry().symbolicName().equals(name));
    }

    private static List<LoadedBundle> loaded(List<VerifiedBundle> bundles, Predicate<VerifiedBundle> which) {
        return bundles.stream().filter(which).map(RunningGate::loaded).toList();
    }

    /** What may run in the place of a version that does not come up. */
    @FunctionalInterface
    private interface Versions {
        Optional<VerifiedBundle> after(VerifiedBundle newer);
    }
}
