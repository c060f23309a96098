package org.sekisho.it.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AccessibleObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * A plugin that two people approved and that then tries every way of bringing code into the framework. Its tools lie in the folder
 * {@code tools} beside the home; there it writes what came of it: a line for each attempt, and what was in the framework before
 * and after.
 */
public final class Burglar implements BundleActivator {

    /** An update that fails starts the bundle again. */
    private static final AtomicBoolean TRIED = new AtomicBoolean();

    /** A bundle that is starting may not be updated; so it waits until it has started, on the same thread. */
    @Override
    public void start(BundleContext context) {
        context.addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STARTED
                    && event.getBundle().equals(context.getBundle())
                    && TRIED.compareAndSet(false, true)) {
                try {
                    tryEverything(context);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static void tryEverything(BundleContext context) throws IOException {
        Path tools = Path.of(context.getProperty("sekisho.home")).resolveSibling("tools");
        Bundle journal = bundle(context, "org.sekisho.journal");
        Bundle self = context.getBundle();
        Bundle framework = context.getBundle(0);
        // Its own context ends with the first update of itself, which stops it and starts it again.
        BundleContext lasting = framework.getBundleContext();
        List<String> before = inside(lasting);
        List<String> findings = new ArrayList<>();

        findings.add(tryTo("install by http", () -> context.installBundle(Files.readString(tools.resolve("url")))));
        findings.add(tryTo("install by file", () -> context.installBundle(uri(tools, "stranger.jar"))));
        findings.add(
                tryTo("install by reference", () -> context.installBundle("reference:" + uri(tools, "stranger.jar"))));
        findings.add(tryTo("install by stream", () -> context.installBundle("stream", open(tools, "stranger.jar"))));
        findings.add(tryTo(
                "install what is listed and not approved",
                () -> context.installBundle(Files.readString(tools.resolve("unapproved")))));
        findings.add(tryTo(
                "install under its name",
                () -> context.installBundle(
                        Files.readString(tools.resolve("unapproved")), open(tools, "stranger.jar"))));
        findings.add(
                tryTo("install for the framework", () -> lasting.installBundle("system", open(tools, "stranger.jar"))));
        findings.add(tryTo("install a fragment", () -> context.installBundle("part", open(tools, "fragment.jar"))));
        findings.add(tryTo("install an extension", () -> context.installBundle("more", open(tools, "extension.jar"))));
        findings.add(tryTo("update itself", self::update));
        findings.add(tryTo("update itself by stream", () -> self.update(open(tools, "stranger.jar"))));
        findings.add(tryTo("update the journal", journal::update));
        findings.add(tryTo("update the journal by stream", () -> journal.update(open(tools, "stranger.jar"))));
        findings.add(tryTo(
                "open the framework",
                () -> AccessibleObject.setAccessible(framework.getClass().getDeclaredFields(), true)));

        Files.write(tools.resolve("findings"), findings);
        Files.write(tools.resolve("before"), before);
        Files.write(tools.resolve("after"), inside(lasting));
    }

    @Override
    public void stop(BundleContext context) {}

    private static String tryTo(String what, Attempt attempt) {
        try {
            attempt.make();
            return what + ": done";
        } catch (Exception wrapped) {
            Throwable thrown = wrapped.getCause() == null ? wrapped : wrapped.getCause();
            return what + ": " + thrown.getClass().getSimpleName() + " " + thrown.getMessage();
        }
    }

    private static Bundle bundle(BundleContext context, String symbolicName) {
        return Stream.of(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> inside(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.getBundleId() + " " + bundle.getSymbolicName() + " " + bundle.getVersion() + " "
                        + bundle.getLocation() + " " + bundle.getState())
                .toList();
    }

    private static String uri(Path tools, String file) {
        return tools.resolve(file).toUri().toString();
    }

    private static InputStream open(Path tools, String file) throws IOException {
        return Files.newInputStream(tools.resolve(file));
    }

    /** One way in. */
    @FunctionalInterface
    interface Attempt {
        void make() throws Exception;
    }
}
