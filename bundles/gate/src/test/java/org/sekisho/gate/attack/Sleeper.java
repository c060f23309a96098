package org.sekisho.gate.attack;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** An approved plugin whose code does not come back, in what its header {@code Blocks} names, until the test lets it. */
public final class Sleeper implements BundleActivator, ServiceFactory<Runnable> {

    /** Where among the system properties the test's latch lies. */
    public static final String LATCH = "sekisho.test.sleeper";

    @Override
    public void start(BundleContext context) {
        if (context.getBundle().getHeaders("").get("Offers") != null) {
            context.registerService(Runnable.class, this, null);
        }
        sleep(context.getBundle(), "start");
    }

    @Override
    public void stop(BundleContext context) {
        sleep(context.getBundle(), "stop");
    }

    @Override
    public Runnable getService(Bundle asking, ServiceRegistration<Runnable> registration) {
        sleep(registration.getReference().getBundle(), "service");
        return () -> {};
    }

    @Override
    public void ungetService(Bundle asking, ServiceRegistration<Runnable> registration, Runnable service) {}

    private static void sleep(Bundle bundle, String phase) {
        String blocks = String.valueOf(bundle.getHeaders("").get("Blocks"));
        if (blocks.toLowerCase(Locale.ROOT).equals(phase)) {
            CountDownLatch latch = (CountDownLatch) System.getProperties().get(LATCH);
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    // It does not listen.
                }
            }
        }
    }
}
