package org.sekisho.gate.attack;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The code that must never run: it leaves a mark when it does. */
public final class Evil implements BundleActivator {

    public static final String MARK = "sekisho.test.evil.ran";

    @Override
    public void start(BundleContext context) {
        System.setProperty(MARK, "yes");
    }

    @Override
    public void stop(BundleContext context) {}
}
