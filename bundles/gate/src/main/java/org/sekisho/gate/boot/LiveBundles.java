package org.sekisho.gate.boot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.sekisho.gate.cache.Tickets;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.Unresolved;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.Refusal;
import org.sekisho.gate.vouch.VerifiedBundle;

/**
 * The verified bundles that are in the framework, and the only hand that puts them there or takes them out. What belongs to the
 * register stays for as long as it runs; what the shop added comes and goes.
 */
final class LiveBundles {

    private static final long PATIENCE_SECONDS = 10;

    private final Felix framework;
    private final Tickets tickets;
    private final Sentences sentences;
    private final RefusalRecord refusals;
    private final Map<VerifiedBundle, Bundle> live = new LinkedHashMap<>();

    LiveBundles(Felix framework, Tickets tickets, Sentences sentences, RefusalRecord refusals) {
        this.framework = framework;
        this.tickets = tickets;
        this.sentences = sentences;
        this.refusals = refusals;
    }

    synchronized List<VerifiedBundle> list() {
        return List.copyOf(live.keySet());
    }

    /** Those that wait until the register serves, in their order. */
    synchronized Map<VerifiedBundle, Bundle> waiting() {
        Map<VerifiedBundle, Bundle> waiting = new LinkedHashMap<>(live);
        waiting.keySet().removeIf(bundle -> !bundle.startsWhenServing());
        return waiting;
    }

    synchronized void install(List<VerifiedBundle> bundles) throws NotStarted {
        for (VerifiedBundle bundle : bundles) {
            try {
                live.put(bundle, enter(bundle));
            } catch (BundleException e) {
                leaveOut(bundle, e);
            }
        }
    }

    synchronized void start() throws NotStarted {
        framework.adapt(FrameworkWiring.class).resolveBundles(live.values());
        for (VerifiedBundle bundle : List.copyOf(live.keySet())) {
            if (!bundle.startsWhenServing()) {
                try {
                    start(live.get(bundle));
                } catch (BundleException e) {
                    leaveOut(bundle, e);
                }
            }
        }
    }

    /**
     * Brings what the shop added in line with what is to run. One that does not come up gives its place back to the version that ran
     * before.
     *
     * @param next what is to run, as it was verified
     * @param stays those that may go on running although they are not among the next
     */
    synchronized Change turnTo(List<VerifiedBundle> next, Predicate<VerifiedBundle> stays, Sentences words) {
        List<VerifiedBundle> started = new ArrayList<>();
        List<VerifiedBundle> stopped = new ArrayList<>();
        List<VerifiedBundle> atNextStart = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        List<VerifiedBundle> leaving = list().stream()
                .filter(bundle -> !bundle.belongsToRegister() && !isAmong(next, bundle) && !stays.test(bundle))
                .toList();
        List<VerifiedBundle> coming =
                next.stream().filter(bundle -> !isAmong(list(), bundle)).toList();
        leaving.forEach(bundle -> takeOut(bundle, stopped));
        for (VerifiedBundle bundle : coming) {
            if (bundle.belongsToRegister()) {
                atNextStart.add(bundle);
                continue;
            }
            Optional<VerifiedBundle> before = leaving.stream()
                    .filter(old ->
                            old.entry().symbolicName().equals(bundle.entry().symbolicName()))
                    .findFirst();
            try {
                putIn(bundle);
                started.add(bundle);
            } catch (BundleException e) {
                Refusal refusal = words.of(new Refused(unresolved(bundle, e), Consequence.LEFT_OUT), Instant.now());
                refusals.add(refusal);
                refused.add(refusal);
                before.ifPresent(old -> putBack(old, stopped));
            }
        }
        return new Change(loaded(started), loaded(stopped), loaded(atNextStart), refused);
    }

    private void putIn(VerifiedBundle bundle) throws BundleException {
        Bundle entered = enter(bundle);
        try {
            start(entered);
            live.put(bundle, entered);
        } catch (BundleException e) {
            entered.uninstall();
            throw e;
        }
    }

    private void putBack(VerifiedBundle bundle, List<VerifiedBundle> stopped) {
        try {
            putIn(bundle);
            stopped.remove(bundle);
        } catch (BundleException e) {
            refusals.add(sentences.of(new Refused(unresolved(bundle, e), Consequence.LEFT_OUT), Instant.now()));
        }
    }

    private void takeOut(VerifiedBundle bundle, List<VerifiedBundle> stopped) {
        Bundle left = live.remove(bundle);
        stopped.add(bundle);
        try {
            left.uninstall();
            refresh(left);
        } catch (BundleException | IllegalStateException e) {
            refusals.add(sentences.of(
                    new Refused(
                            new Unresolved(bundle.entry().file(), String.valueOf(e.getMessage())),
                            Consequence.LEFT_OUT),
                    Instant.now()));
        }
    }

    /** Until then its classes stay wired to whoever used them. */
    private void refresh(Bundle left) {
        CountDownLatch done = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(left), event -> done.countDown());
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Bundle enter(VerifiedBundle bundle) throws BundleException {
        tickets.issue(bundle);
        try {
            return framework.getBundleContext().installBundle(bundle.location());
        } finally {
            tickets.withdraw(bundle);
        }
    }

    private static void start(Bundle bundle) throws BundleException {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
            bundle.start(Bundle.START_TRANSIENT);
        }
    }

    private void leaveOut(VerifiedBundle bundle, BundleException problem) throws NotStarted {
        Unresolved reason = unresolved(bundle, problem);
        if (bundle.belongsToRegister()) {
            throw new NotStarted(List.of(new Refused(reason, Consequence.NOT_STARTED)));
        }
        Bundle left = live.remove(bundle);
        if (left != null) {
            try {
                left.uninstall();
            } catch (BundleException e) {
                // It never started; what is left of it does nothing.
            }
        }
        refusals.add(sentences.of(new Refused(reason, Consequence.LEFT_OUT), Instant.now()));
    }

    static Unresolved unresolved(VerifiedBundle bundle, BundleException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return new Unresolved(bundle.entry().file(), String.valueOf(cause.getMessage()));
    }

    private static boolean isAmong(List<VerifiedBundle> bundles, VerifiedBundle bundle) {
        return bundles.stream().anyMatch(other -> other.location().equals(bundle.location()));
    }

    private static List<LoadedBundle> loaded(List<VerifiedBundle> bundles) {
        return bundles.stream().map(RunningGate::loaded).toList();
    }
}
