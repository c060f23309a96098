package org.sekisho.it.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.SynchronousBundleListener;

/**
 * A plugin that two people approved and that then tries every way to what is not its own. Its tools lie in the folder {@code tools}
 * beside the home; there it writes what came of it: a line for each attempt, what was in the framework before and after, and which
 * events of others it heard.
 */
public final class Burglar implements BundleActivator {

    /** A bundle that is starting may not be updated; so it waits until it has started, on the same thread. */
    @Override
    public void start(BundleContext context) {
        Path tools = Path.of(context.getProperty("sekisho.home")).resolveSibling("tools");
        if (Files.exists(tools.resolve("exit"))) {
            Runtime.getRuntime().halt(77);
        }
        context.addServiceListener((ServiceListener) event -> note(tools, "service " + event.getServiceReference()));
        context.addBundleListener((SynchronousBundleListener) event -> {
            if (!event.getBundle().equals(context.getBundle())) {
                note(tools, "bundle " + event.getBundle());
            } else if (event.getType() == BundleEvent.STARTED) {
                try {
                    tryEverything(tools, context);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    @Override
    public void stop(BundleContext context) {}

    private static void note(Path tools, String heard) {
        try {
            Files.writeString(
                    tools.resolve("heard"), heard + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tryEverything(Path tools, BundleContext context) throws Exception {
        Loot loot = new Loot(context);
        List<String> before = inside(loot.bundles());
        List<Attack> attacks = new ArrayList<>();
        attacks.addAll(Installing.attacks(tools, context, loot));
        attacks.addAll(Ruling.attacks(context, loot));
        attacks.addAll(Spying.attacks(tools, context, loot));
        attacks.addAll(Escaping.attacks(context, loot));
        List<String> findings = new ArrayList<>();
        for (Attack attack : attacks) {
            findings.add(attack.attempt());
        }
        Files.write(tools.resolve("findings"), findings);
        Files.write(tools.resolve("before"), before);
        Files.write(tools.resolve("after"), inside(loot.bundles()));
    }

    private static List<String> inside(Bundle... bundles) {
        return Arrays.stream(bundles)
                .map(bundle -> bundle.getBundleId() + " " + bundle.getSymbolicName() + " " + bundle.getVersion() + " "
                        + bundle.getLocation() + " " + bundle.getState())
                .sorted()
                .toList();
    }
}
