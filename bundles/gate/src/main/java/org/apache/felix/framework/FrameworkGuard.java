package org.apache.felix.framework;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Asked by the {@link GuardedFramework} on the thread, and with the stack, of whoever wants something of it. */
public interface FrameworkGuard {

    /** What bundles do not do to each other, nor to the framework. */
    enum Deed {
        START,
        STOP,
        UNINSTALL,
        /** Start levels, refreshing, the framework itself. */
        FRAMEWORK,
        /** Using the context of another bundle, or what is that bundle's own. */
        CONTEXT
    }

    /** @throws SecurityException unless the gate itself or the framework is at work */
    void onlyGate(Deed deed, Bundle subject);

    /** @throws SecurityException when a plugin acts in the name of another bundle, or nobody knows who acts */
    void onlyOwner(Bundle owner);

    /** @throws SecurityException unless the owner's listing lets it register services of all these types */
    void onlyListed(Bundle owner, String[] types);

    /** Whether the owner's listing lets it see this service. */
    boolean maySee(Bundle owner, ServiceReference<?> service);

    /** Whether a plugin acts, or nobody knows who; it finds no bundle but its own. */
    boolean isStranger();

    /** Tells of an attempt to replace a bundle's content. */
    SecurityException refuseUpdate(Bundle subject);
}
