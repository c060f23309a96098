package org.sekisho.plugin.rules;

import java.util.Collection;
import java.util.List;

/**
 * The packages that no plugin may import, whoever vouches for it. A pure function: the build holds plugins to it, and so does vetting.
 */
public final class PluginImports {

    private static final String REGISTER = "org.sekisho.";
    private static final String API = "org.sekisho.api.";

    /** The database and the ports belong to one core bundle each; what rules over the framework belongs to the gate. */
    private static final List<String> KEPT = List.of(
            "org.hsqldb",
            "org.postgresql",
            "com.fazecast.jSerialComm",
            "org.apache.felix.framework",
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
            "felix.",
            "jdk.internal",
            "sun.");

    private PluginImports() {}

    /** Those of the packages that are refused, in their order; empty means fit. */
    public static List<String> refused(Collection<String> packages) {
        return packages.stream().filter(name -> !isOpen(name)).toList();
    }

    /** Whether a plugin may import it at all: of the register, {@code org.sekisho.api.*} and nothing else. */
    public static boolean isOpen(String name) {
        if (name.startsWith(REGISTER) || name.equals("org.sekisho")) {
            return name.startsWith(API);
        }
        return KEPT.stream()
                .noneMatch(kept -> name.equals(kept) || name.startsWith(kept.endsWith(".") ? kept : kept + "."));
    }
}
