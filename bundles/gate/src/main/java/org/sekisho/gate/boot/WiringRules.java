package org.sekisho.gate.boot;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.vouch.VerifiedBundle;

/**
 * Wires a plugin to the packages that its allowlist entry names and to no host or whole bundle, and serial ports to the devices
 * bundle alone.
 *
 * <p>What it leaves open: wires are a second line. The serial library is exported by a platform module, so code that asks the system
 * class loader for it by name gets it without a wire. Such code shows the power REFLECT when it is vetted; nothing in the
 * process stops it once it is allowlisted.
 */
final class WiringRules implements ResolverHookFactory, ResolverHook {

    private static final String DEVICES = "org.sekisho.devices";

    private final Map<String, AllowlistEntry> entries = new ConcurrentHashMap<>();

    WiringRules(Collection<VerifiedBundle> bundles) {
        bundles.forEach(this::admit);
    }

    /** Knows one more bundle, before it is installed. */
    void admit(VerifiedBundle bundle) {
        entries.put(bundle.location(), bundle.entry());
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        BundleRevision asking = requirement.getRevision();
        if (asking.getBundle().getBundleId() == 0) {
            return;
        }
        AllowlistEntry entry = entries.get(asking.getBundle().getLocation());
        if (entry == null) {
            candidates.clear();
            return;
        }
        String namespace = requirement.getNamespace();
        if (namespace.equals(PackageNamespace.PACKAGE_NAMESPACE)) {
            candidates.removeIf(candidate -> !mayImport(entry, packageOf(candidate)));
        } else if (entry.plugin()
                && (namespace.equals(HostNamespace.HOST_NAMESPACE)
                        || namespace.equals(BundleNamespace.BUNDLE_NAMESPACE))) {
            candidates.clear();
        }
    }

    private static boolean mayImport(AllowlistEntry entry, String name) {
        if (name.equals(PlatformPackages.SERIAL)) {
            return entry.symbolicName().equals(DEVICES) && !entry.plugin();
        }
        return !entry.plugin() || entry.imports().contains(name);
    }

    private static String packageOf(BundleCapability candidate) {
        return String.valueOf(candidate.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {}

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {}

    @Override
    public void end() {}
}
