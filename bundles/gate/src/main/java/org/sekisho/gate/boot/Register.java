package org.sekisho.gate.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.framework.GuardedFramework;
import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.util.tracker.ServiceTracker;
import org.sekisho.gate.cache.InstallAttempt;
import org.sekisho.gate.cache.SealedCache;
import org.sekisho.gate.cache.Tickets;
import org.sekisho.gate.cache.VerifiedConnector;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.program.Program;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.serial.SerialPorts;
import org.sekisho.gate.view.GateView;
import org.sekisho.gate.vouch.Shop;
import org.sekisho.gate.vouch.VerifiedBundle;
import org.sekisho.gate.vouch.Vouched;

/** The framework with exactly the vouched bundles in it. One thread starts and stops it. */
public final class Register {

    private static final long PATIENCE = 10_000;

    /** Longer, for a slow machine under load: a register that would have come up must not be told that it did not. */
    private static final long PROGRAM_PATIENCE = 60_000;

    private final GuardedFramework framework;
    private final Tickets tickets;
    private final Sentences sentences;
    private final RefusalRecord refusals;
    private final BundleRights rights;
    private final LiveBundles bundles;
    private final OperatedGate operated;
    private final Thread latecomers = new Thread(this::startWaiting, "late bundles");
    private volatile boolean guarded;

    /** @param storage a private folder, fresh and empty */
    private Register(
            Path home,
            Path storage,
            Vouched vouched,
            Shop shop,
            Sentences sentences,
            RefusalRecord refusals,
            Duration patience)
            throws Exception {
        this.sentences = sentences;
        this.refusals = refusals;
        // A system property, read when Felix's class is initialised: an extension would run before anything else could
        // look.
        System.setProperty("felix.extensions.disable", "true");
        this.tickets = new Tickets();
        Logger logger = new FrameworkLog();
        Map<String, Object> settings = settings(home, storage);
        settings.put("felix.log.logger", logger);
        settings.put("felix.bundlecache.impl", new SealedCache(logger, settings, tickets, this::breach));
        settings.put("felix.systembundle.activators", List.of(guard()));
        this.rights = new BundleRights(tickets, new ServiceRules(tickets), sentences, refusals);
        this.framework = new GuardedFramework(settings, new VerifiedConnector(tickets), rights);
        this.bundles = new LiveBundles(new BundleLife(framework, tickets, patience), sentences, refusals);
        this.operated = new OperatedGate(shop, bundles, refusals, vouched);
    }

    /**
     * Brings up everything that was vouched for, but for what waits until the register serves. What the shop added and does not come up, or not
     * in time, is left out.
     *
     * @param shop changes what may run, once it runs
     * @throws NotStarted when a bundle of the register itself does not resolve or start
     */
    public static Register start(
            Path home,
            Path storage,
            Vouched vouched,
            Shop shop,
            Sentences sentences,
            RefusalRecord refusals,
            Phases phases)
            throws Exception {
        return start(home, storage, vouched, shop, sentences, refusals, phases, BundleLife.PATIENCE);
    }

    /** @param patience for one start or stop of what the shop added */
    static Register start(
            Path home,
            Path storage,
            Vouched vouched,
            Shop shop,
            Sentences sentences,
            RefusalRecord refusals,
            Phases phases,
            Duration patience)
            throws Exception {
        Register register = new Register(home, storage, vouched, shop, sentences, refusals, patience);
        try {
            register.framework.init();
            if (!register.guarded) {
                throw new IllegalStateException("the guard did not come up");
            }
            phases.end("framework");
            register.bundles.install(vouched.bundles());
            phases.end("install");
            register.framework.start();
            register.bundles.start(vouched);
            phases.end("start");
            return register;
        } catch (Exception e) {
            register.stop();
            throw e;
        }
    }

    /** Starts, beside what goes on, the bundles that waited until the register serves. Once. */
    public void startServing() {
        latecomers.setDaemon(true);
        latecomers.start();
    }

    /** One that does not start is missed by itself alone: sales go on. */
    private void startWaiting() {
        for (Map.Entry<VerifiedBundle, Bundle> late : bundles.waiting().entrySet()) {
            try {
                late.getValue().start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                Refused refused = new Refused(BundleLife.unresolved(late.getKey(), e), Consequence.LEFT_OUT);
                refusals.add(sentences.of(refused, Instant.now()));
            } catch (IllegalStateException stopping) {
                return;
            }
        }
    }

    private void breach(InstallAttempt attempt) {
        refusals.add(sentences.sealed(attempt.location(), attempt.by(), Instant.now()));
    }

    /** The symbolic names of all bundles but the framework's own. */
    List<String> installed() {
        return Stream.of(framework.getBundleContext().getBundles())
                .filter(bundle -> bundle.getBundleId() != 0)
                .map(Bundle::getSymbolicName)
                .toList();
    }

    /** Of the framework itself. */
    BundleContext context() {
        return framework.getBundleContext();
    }

    /** What the register does with commands; empty when no bundle says so in time. */
    public Optional<Program> program() throws InterruptedException {
        ServiceTracker<Program, Program> tracker =
                new ServiceTracker<>(framework.getBundleContext(), Program.class, null);
        tracker.open();
        return Optional.ofNullable(tracker.waitForService(PROGRAM_PATIENCE));
    }

    OperatedGate operated() {
        return operated;
    }

    /** By what it runs now: changes of a running register count. */
    public Vouched vouched() {
        return operated.vouched();
    }

    /**
     * Stops all bundles, in the reverse of their order, and the framework; waits for it, but not for ever. A framework that a bundle holds
     * up ends with the process.
     */
    public void stop() {
        try {
            latecomers.join(PATIENCE);
            if (bundles.stop()) {
                framework.stop();
                framework.waitForStop(PATIENCE);
            }
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BundleActivator guard() {
        return new BundleActivator() {
            @Override
            public void start(BundleContext context) {
                context.registerService(ResolverHookFactory.class, new WiringRules(tickets), null);
                new VisibilityHooks(tickets, new ServiceRules(tickets)).register(context);
                context.registerService(SerialPorts.class, new PlatformPorts(), null);
                context.registerService(GateView.class, new RunningGate(operated, refusals), null);
                context.registerService(GateControl.class, new CheckedControl(operated, rights), null);
                guarded = true;
            }

            @Override
            public void stop(BundleContext context) {}
        };
    }

    private static Map<String, Object> settings(Path home, Path storage) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        // Empty, with a connector present: the framework's own packages. All others are named in the next setting.
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES, "");
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, PlatformPackages.extra());
        settings.put("felix.bootdelegation.implicit", "false");
        settings.put("felix.service.urlhandlers", "false");
        settings.put("felix.cache.locking", "false");
        settings.put("sekisho.home", home.toString());
        return settings;
    }
}
