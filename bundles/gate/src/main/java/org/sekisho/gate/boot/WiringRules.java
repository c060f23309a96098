package org.sekisho.gate.boot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.sekisho.gate.cache.Tickets;
import org.sekisho.gate.trust.AllowlistEntry;

/**
 * Wires each bundle to the packages that its allowlist entry names, however it asks for them; a plugin to no host or whole bundle, nor
 * to what rules over the framework; and what is kept for one bundle to that one alone.
 */
final class WiringRules implements ResolverHookFactory, ResolverHook {

    /** By package, the bundles of the register that are wired to it, and no others. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "org.sekisho.gate.serial", Set.of("org.sekisho.devices"),
            "org.sekisho.gate.operate", Set.of("org.sekisho.extensions", "org.sekisho.cli"));

    /** No plugin is wired to these, whatever its listing names: by them a bundle rules over others. */
    private static final List<String> NEVER = List.of(
            "org.osgi.framework.connect",
            "org.osgi.framework.hooks",
            "org.osgi.framework.launch",
            "org.osgi.framework.startlevel",
            "org.osgi.framework.wiring",
            "org.osgi.resource",
            "org.osgi.service.packageadmin",
            "org.osgi.service.resolver",
            "org.osgi.service.startlevel",
            "org.osgi.service.url",
            "org.sekisho.gate");

    private final Tickets tickets;

    WiringRules(Tickets tickets) {
        this.tickets = tickets;
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
        Optional<AllowlistEntry> listed = tickets.entry(asking.getBundle().getLocation());
        if (listed.isEmpty()) {
            candidates.clear();
            return;
        }
        AllowlistEntry entry = listed.get();
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
        boolean kept = entry.plugin()
                ? isReserved(name)
                : !KEPT.getOrDefault(name, Set.of(entry.symbolicName())).contains(entry.symbolicName());
        return !kept && entry.imports().contains(name);
    }

    private static boolean isReserved(String name) {
        return NEVER.stream().anyMatch(never -> name.equals(never) || name.startsWith(never + "."));
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
