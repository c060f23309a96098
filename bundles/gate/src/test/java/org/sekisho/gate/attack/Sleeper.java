package org.sekisho.gate.attack;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** An approved plugin whose code does not come back, in what its header {@code Blocks} names, until the test lets it. */
public final class Sleeper implements BundleActivator {

    /** Where among the system properties the test's latch lies. */
    public static final String LATCH = "sekisho.test.sleeper";

    @Override
    public void start(BundleContext context) {
        if (context.getBundle().getHeaders("").get("Offers") != null) {
            context.registerService(Runnable.class, () -> {}, null);
        }
        sleep(context, "start");
    }

    @Override
    public void stop(BundleContext context) {
        sleep(context, "stop");
    }

    private static void sleep(BundleContext context, String phase) {
        String blocks = String.valueOf(context.getBundle().getHeaders("").get("Blocks"));
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
