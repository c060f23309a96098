package org.sekisho.it.guest;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs inside the framework as soon as an extension bundle is installed; leaves a trace. */
public final class Extension implements BundleActivator {

    static final String TRACE = "sekisho.it.extension";

    @Override
    public void start(BundleContext context) {
        System.setProperty(TRACE, "ran");
    }

    @Override
    public void stop(BundleContext context) {}
}
