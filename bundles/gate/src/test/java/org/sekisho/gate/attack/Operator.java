package org.sekisho.gate.attack;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.sekisho.gate.operate.GateControl;

/** A bundle that asks for the gate's control, uses it, and leaves it lying about. */
public final class Operator implements BundleActivator {

    /** Where among the system properties the service lies, and where the version of the lists. */
    public static final String SERVICE = "sekisho.test.control";

    public static final String TARGETS = "sekisho.test.control.targets";

    @Override
    public void start(BundleContext context) {
        ServiceReference<GateControl> reference = context.getServiceReference(GateControl.class);
        if (reference != null) {
            GateControl gate = context.getService(reference);
            System.setProperty(TARGETS, Long.toString(gate.standing().targets()));
            System.getProperties().put(SERVICE, gate);
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
