package org.sekisho.gate.boot;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.GuardedFramework;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.sekisho.gate.cache.Tickets;
import org.sekisho.gate.refusal.NotStopped;
import org.sekisho.gate.refusal.StartTimedOut;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.Unresolved;
import org.sekisho.gate.vouch.VerifiedBundle;

/**
 * Brings single bundles into the framework, starts and ends them. The register's own run on the caller's thread; nobody waits for ever for
 * what the shop added. One that does not answer is forgotten: it gets no service, what it offers is taken away, and it goes as
 * soon as its code comes to an end.
 */
final class BundleLife {

    /** For one start or one stop of what the shop added: long for a slow machine under load, short for a queue. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GuardedFramework framework;
    private final Tickets tickets;
    private final Duration patience;
    private final Map<String, Bundle> stuck = new ConcurrentHashMap<>();

    BundleLife(GuardedFramework framework, Tickets tickets, Duration patience) {
        this.framework = framework;
        this.tickets = tickets;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    /** Whether code still holds the framework up, so that it cannot end in order. */
    boolean isHeldUp() {
        return !stuck.isEmpty();
    }

    Bundle enter(VerifiedBundle bundle) throws TrustRefusal {
        if (stuck.containsKey(bundle.location())) {
            throw new NotStopped(bundle.entry().file());
        }
        tickets.issue(bundle);
        try {
            return framework.getBundleContext().installBundle(bundle.location());
        } catch (BundleException | IllegalStateException e) {
            throw unresolved(bundle, e);
        } finally {
            tickets.withdraw(bundle);
        }
    }

    void resolve(Collection<Bundle> bundles) {
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    }

    /** @throws TrustRefusal when it did not come up; what the shop added is out of the framework then */
    void start(VerifiedBundle bundle, Bundle entered) throws TrustRefusal {
        if (entered.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return;
        }
        try {
            if (bundle.belongsToRegister()) {
                entered.start(Bundle.START_TRANSIENT);
            } else if (!inTime(bundle, () -> startAndAsk(entered), () -> end(bundle, entered))) {
                forget(bundle, entered);
                throw new StartTimedOut(bundle.entry().file(), patience.toSeconds());
            }
        } catch (BundleException | IllegalStateException e) {
            if (!bundle.belongsToRegister()) {
                takeOut(bundle, entered);
            }
            throw unresolved(bundle, e);
        }
    }

    /** Components are made when their service is first asked for: here, not on the way to the first sale. */
    private void startAndAsk(Bundle entered) throws BundleException {
        entered.start(Bundle.START_TRANSIENT);
        ServiceReference<?>[] offered = entered.getRegisteredServices();
        for (ServiceReference<?> service : offered == null ? new ServiceReference<?>[0] : offered) {
            framework.getBundleContext().getService(service);
        }
    }

    /** Stops and removes it; empty when that was done. */
    Optional<TrustRefusal> takeOut(VerifiedBundle bundle, Bundle entered) {
        try {
            if (inTime(bundle, entered::uninstall, () -> end(bundle, entered))) {
                refresh(entered);
                return Optional.empty();
            }
        } catch (BundleException e) {
            if (entered.getState() == Bundle.UNINSTALLED) {
                return Optional.empty();
            }
        }
        forget(bundle, entered);
        return Optional.of(new NotStopped(bundle.entry().file()));
    }

    /** Stops it, as the register ends. */
    Optional<TrustRefusal> stop(VerifiedBundle bundle, Bundle entered, Duration atMost) {
        try {
            BoundedCall call = new BoundedCall(() -> entered.stop(Bundle.STOP_TRANSIENT), () -> {});
            if (call.run(entered.toString(), atMost)) {
                return Optional.empty();
            }
        } catch (BundleException e) {
            return Optional.empty();
        }
        forget(bundle, entered);
        return Optional.of(new NotStopped(bundle.entry().file()));
    }

    private boolean inTime(VerifiedBundle bundle, BoundedCall.Call call, BoundedCall.Call late) throws BundleException {
        return new BoundedCall(call, late).run(bundle.toString(), patience);
    }

    /** Its code is at work still, and the framework's locks with it: it cannot be removed, only left with nothing. */
    private void forget(VerifiedBundle bundle, Bundle entered) {
        stuck.put(bundle.location(), entered);
        tickets.forget(bundle.location());
        try {
            inTime(bundle, () -> framework.withdrawServices(entered), () -> {});
        } catch (BundleException e) {
            // It went by itself, after all.
        }
        if (entered.getState() == Bundle.UNINSTALLED) {
            stuck.remove(bundle.location(), entered);
        }
    }

    /** On the thread of one that was forgotten, once its code came to an end. */
    private void end(VerifiedBundle bundle, Bundle entered) throws BundleException {
        try {
            if (entered.getState() != Bundle.UNINSTALLED) {
                entered.uninstall();
            }
        } finally {
            stuck.remove(bundle.location(), entered);
        }
    }

    /** Until then its classes stay wired to whoever used them. Not where it would wait for code that does not answer. */
    private void refresh(Bundle left) {
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        if (wiring.getDependencyClosure(List.of(left)).stream().anyMatch(stuck::containsValue)) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(List.of(left), event -> done.countDown());
        try {
            done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Unresolved unresolved(VerifiedBundle bundle, Exception problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return new Unresolved(bundle.entry().file(), String.valueOf(cause.getMessage()));
    }
}
