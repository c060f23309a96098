package org.sekisho.gate.boot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.sekisho.gate.cache.Tickets;
import org.sekisho.gate.trust.AllowlistEntry;

/**
 * Which services a bundle sees and offers: a plugin those that its listing names and its own; a bundle of the register all but those
 * that are kept for one of them.
 */
final class ServiceRules {

    /** Asked for in the name of every bundle with declared components. It does nothing. */
    private static final String CONDITION = "org.osgi.service.condition.Condition";

    /** No plugin gets these, whatever its listing names: they are the framework's. */
    private static final List<String> NEVER = List.of(
            "org.osgi.framework.",
            "org.osgi.service.packageadmin.",
            "org.osgi.service.startlevel.",
            "org.osgi.service.resolver.",
            "org.osgi.service.url.",
            "org.osgi.service.permissionadmin.",
            "org.osgi.service.condpermadmin.");

    /** Nor these, but for the api: of the register a plugin sees what the SDK promises it. */
    private static final String REGISTER = "org.sekisho.";

    private static final String API = "org.sekisho.api.";

    /** By type, the bundles of the register that see it. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "org.sekisho.api.vault.Vault", Set.of("org.sekisho.storage"),
            "org.sekisho.extensions.Extensions", Set.of("org.sekisho.cli"),
            "org.sekisho.gate.operate.GateControl", Set.of("org.sekisho.extensions", "org.sekisho.cli"),
            "org.sekisho.gate.serial.SerialPorts", Set.of("org.sekisho.devices"),
            "org.sekisho.identity.ApproverKeys", Set.of("org.sekisho.cli"),
            "org.sekisho.identity.Operators", Set.of("org.sekisho.cli", "org.sekisho.web"));

    private final Tickets tickets;

    ServiceRules(Tickets tickets) {
        this.tickets = tickets;
    }

    boolean maySee(Bundle owner, ServiceReference<?> service) {
        if (owner.getBundleId() == 0 || owner.equals(service.getBundle())) {
            return true;
        }
        if (isForgotten(service.getBundle())) {
            return false;
        }
        Optional<AllowlistEntry> entry = tickets.entry(owner.getLocation());
        return entry.isPresent()
                && Stream.of((String[]) service.getProperty(Constants.OBJECTCLASS))
                        .allMatch(type -> maySee(entry.get(), type));
    }

    /** It was told to end and did not. */
    private boolean isForgotten(Bundle bundle) {
        return bundle != null
                && bundle.getBundleId() != 0
                && tickets.entry(bundle.getLocation()).isEmpty();
    }

    static boolean maySee(AllowlistEntry entry, String type) {
        if (entry.plugin()) {
            return type.equals(CONDITION) || (!isKept(type) && entry.requires().contains(type));
        }
        return !KEPT.containsKey(type) || KEPT.get(type).contains(entry.symbolicName());
    }

    boolean mayRegister(Bundle owner, String type) {
        if (owner.getBundleId() == 0) {
            return true;
        }
        return tickets.entry(owner.getLocation())
                .filter(entry -> mayRegister(entry, type))
                .isPresent();
    }

    static boolean mayRegister(AllowlistEntry entry, String type) {
        return !entry.plugin() || (entry.provides().contains(type) && !isReserved(type));
    }

    private static boolean isKept(String type) {
        return KEPT.containsKey(type) || isReserved(type);
    }

    private static boolean isReserved(String type) {
        return NEVER.stream().anyMatch(type::startsWith) || (type.startsWith(REGISTER) && !type.startsWith(API));
    }
}
