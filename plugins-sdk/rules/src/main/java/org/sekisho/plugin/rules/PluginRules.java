package org.sekisho.plugin.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The manifest of a plugin, held to the rules; a pure function. */
public final class PluginRules {

    /** Each reaches around the wiring: into another bundle, into the framework, or out of Java. */
    private static final List<String> REFUSED_HEADERS = List.of(
            "Fragment-Host",
            "ExtensionBundle-Activator",
            "Bundle-NativeCode",
            "DynamicImport-Package",
            "Require-Bundle",
            "Launcher-Agent-Class",
            "Premain-Class",
            "Agent-Class");

    private PluginRules() {}

    /**
     * Every rule that a manifest breaks; empty means fit.
     *
     * @param headers the main section, by name in any case
     */
    public static List<Breach> breaches(Map<String, String> headers) {
        Map<String, String> manifest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        manifest.putAll(headers);
        List<Breach> breaches = new ArrayList<>();
        if (paths(manifest, "Bundle-SymbolicName").isEmpty()) {
            breaches.add(Breach.of("no-name"));
        }
        REFUSED_HEADERS.stream()
                .filter(manifest::containsKey)
                .forEach(header -> breaches.add(Breach.of("header", header, manifest.get(header))));
        PluginImports.refused(paths(manifest, "Import-Package"))
                .forEach(name -> breaches.add(Breach.of("import", name)));
        paths(manifest, "Export-Package").stream()
                .filter(name -> name.startsWith("org.sekisho.") || name.startsWith("java."))
                .forEach(name -> breaches.add(Breach.of("export", name)));
        paths(manifest, "Bundle-ClassPath").stream()
                .filter(path -> path.toLowerCase(Locale.ROOT).startsWith("external:") || path.contains(".."))
                .forEach(path -> breaches.add(Breach.of("class-path", path)));
        return Collections.unmodifiableList(breaches);
    }

    private static Set<String> paths(Map<String, String> manifest, String header) {
        return new LinkedHashSet<>(Clauses.paths(manifest.getOrDefault(header, "")));
    }
}
