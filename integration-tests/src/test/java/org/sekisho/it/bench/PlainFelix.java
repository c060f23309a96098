package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.sekisho.gate.boot.PlatformPorts;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.program.Program;
import org.sekisho.gate.serial.SerialPorts;
import org.sekisho.gate.view.GateView;

/**
 * The register's bundles in Felix as it comes: installed from their files into a cache on the disk, nothing verified, nothing
 * refused. Everything else is as the gate does it: the framework's settings, the order, one resolve, what starts late, and the same
 * program with the same command.
 *
 * <p>Arguments: the file that {@link Bundles#write} wrote, the home, an empty folder for the cache, then the command.
 */
final class PlainFelix {

    private static final long PATIENCE = 60_000;

    private final Map<Bundle, Boolean> lateness = new LinkedHashMap<>();
    private final Felix framework;

    private PlainFelix(Bundles bundles, Path home, Path cache) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES, bundles.packages());
        settings.put("felix.bootdelegation.implicit", "false");
        settings.put("felix.service.urlhandlers", "false");
        settings.put("felix.cache.locking", "false");
        settings.put("sekisho.home", home.toString());
        settings.put("felix.log.level", "0");
        settings.put("felix.systembundle.activators", List.of(guard()));
        framework = new Felix(settings);
    }

    public static void main(String[] args) throws Exception {
        Bundles bundles = Bundles.read(Path.of(args[0]));
        Path cache = Path.of(args[2]);
        requireEmpty(cache);
        PlainFelix felix = new PlainFelix(bundles, Path.of(args[1]), cache);
        Runtime.getRuntime().exit(felix.run(bundles, List.of(args).subList(3, args.length)));
    }

    private static void requireEmpty(Path cache) throws IOException {
        try (var files = Files.list(cache)) {
            if (files.findAny().isPresent()) {
                throw new IllegalStateException("the cache is not empty: " + cache);
            }
        }
    }

    private int run(Bundles bundles, List<String> command) throws Exception {
        framework.init();
        for (Bundles.File file : bundles.files()) {
            Bundle bundle = framework
                    .getBundleContext()
                    .installBundle(file.path().toUri().toString());
            lateness.put(bundle, file.late());
        }
        framework.start();
        framework.adapt(FrameworkWiring.class).resolveBundles(lateness.keySet());
        start(false);
        ServiceTracker<Program, Program> tracker =
                new ServiceTracker<>(framework.getBundleContext(), Program.class, null);
        tracker.open();
        Program program = tracker.waitForService(PATIENCE);
        if (program == null) {
            // Felix's threads would keep the process alive.
            Runtime.getRuntime().halt(1);
        }
        int code = program.run(new PlainInvocation(new ArrayList<>(command), () -> start(true)));
        framework.stop();
        framework.waitForStop(PATIENCE);
        return code;
    }

    private void start(boolean late) {
        lateness.forEach((bundle, isLate) -> {
            if (isLate == late && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    private static BundleActivator guard() {
        return new BundleActivator() {
            @Override
            public void start(BundleContext context) {
                context.registerService(GateView.class, new OpenGate(), null);
                context.registerService(GateControl.class, new OpenControl(), null);
                context.registerService(SerialPorts.class, new PlatformPorts(), null);
            }

            @Override
            public void stop(BundleContext context) {}
        };
    }
}
