package org.sekisho.gate.boot;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that says which version of it runs, and how often one started. */
public final class Marker implements BundleActivator {

    static final String RUNS = "sekisho.test.marker.";
    static final String STARTS = "sekisho.test.marker.starts";

    @Override
    public void start(BundleContext context) {
        System.setProperty(
                STARTS, System.getProperty(STARTS, "") + context.getBundle().getVersion() + " ");
        if (context.getBundle().getHeaders("").get("Fails") != null) {
            throw new IllegalStateException("it does not come up");
        }
        System.setProperty(name(context), context.getBundle().getVersion().toString());
    }

    @Override
    public void stop(BundleContext context) {
        System.clearProperty(name(context));
    }

    private static String name(BundleContext context) {
        return RUNS + context.getBundle().getSymbolicName();
    }

    static String runs(String symbolicName) {
        return System.getProperty(RUNS + symbolicName, "");
    }

    /** The versions, one after the other. */
    static String starts() {
        return System.getProperty(STARTS, "").strip();
    }

    static void reset() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("sekisho.test.marker"));
    }
}
