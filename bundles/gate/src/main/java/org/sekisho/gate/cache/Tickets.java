package org.sekisho.gate.cache;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ConnectModule;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.vouch.VerifiedBundle;

/**
 * The installer's permits: one verified bundle, once. From the first moment on, nothing enters the framework without one.
 * Safe for many threads.
 */
public final class Tickets {

    private final Map<String, VerifiedBundle> issued = new ConcurrentHashMap<>();
    private final Map<String, VerifiedBundle> admitted = new ConcurrentHashMap<>();

    /** Lets this bundle in once, by its location. */
    public void issue(VerifiedBundle bundle) {
        issued.put(bundle.location(), bundle);
    }

    /** Takes back what was not used. */
    public void withdraw(VerifiedBundle bundle) {
        issued.remove(bundle.location());
    }

    /** From now on nothing is known of a bundle that was admitted: it gets and offers nothing. */
    public void forget(String location) {
        admitted.remove(location);
    }

    /** Uses up the ticket for a location; false when there is none. */
    boolean admit(String location) {
        VerifiedBundle bundle = issued.remove(location);
        if (bundle == null) {
            return false;
        }
        admitted.put(location, bundle);
        return true;
    }

    /** What the allowlist says of the bundle that was admitted under this location. */
    public Optional<AllowlistEntry> entry(String location) {
        return Optional.ofNullable(admitted.get(location)).map(VerifiedBundle::entry);
    }

    /** What the framework reads of a bundle that was admitted. */
    ConnectModule content(String location) throws BundleException {
        return Optional.ofNullable(admitted.get(location))
                .map(VerifiedBundle::jar)
                .orElseThrow(() -> new BundleException("not admitted: " + location, BundleException.SECURITY_ERROR));
    }
}
