package org.sekisho.gate.cache;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ConnectModule;
import org.sekisho.gate.vouch.VerifiedBundle;

/**
 * The installer's permits: one verified bundle, once. From the first moment on, nothing enters the framework without one.
 * Safe for many threads.
 */
public final class Tickets {

    private final Map<String, VerifiedBundle> issued = new ConcurrentHashMap<>();
    private final Map<String, ConnectModule> admitted = new ConcurrentHashMap<>();

    /** Lets this bundle in once, by its location. */
    public void issue(VerifiedBundle bundle) {
        issued.put(bundle.location(), bundle);
    }

    /** Takes back what was not used. */
    public void withdraw(VerifiedBundle bundle) {
        issued.remove(bundle.location());
    }

    /** Uses up the ticket for a location; false when there is none. */
    boolean admit(String location) {
        VerifiedBundle bundle = issued.remove(location);
        if (bundle == null) {
            return false;
        }
        admitted.put(location, bundle.jar());
        return true;
    }

    /** What the framework reads of a bundle that was admitted. */
    ConnectModule content(String location) throws BundleException {
        return Optional.ofNullable(admitted.get(location))
                .orElseThrow(() -> new BundleException("not admitted: " + location, BundleException.SECURITY_ERROR));
    }
}
