package org.sekisho.extensions.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sekisho.extensions.jar.BundleManifest;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.gate.view.RefusalCode;

/** What a plugin's manifest may not say, beyond what strict structure asks of every jar. */
public final class PluginManifest {

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

    private PluginManifest() {}

    /** Every finding against the manifest of a plugin that no list grants any imports yet. */
    public static List<Finding> check(BundleManifest manifest) {
        List<Finding> findings = new ArrayList<>();
        if (manifest.symbolicName().isEmpty()) {
            findings.add(finding("no-name"));
        }
        REFUSED_HEADERS.stream()
                .filter(manifest::has)
                .forEach(header -> findings.add(finding("header", header, manifest.header(header))));
        PluginImports.refused(manifest.imports()).forEach(name -> findings.add(finding("import", name)));
        manifest.exports().stream()
                .filter(name -> name.startsWith("org.sekisho.") || name.startsWith("java."))
                .forEach(name -> findings.add(finding("export", name)));
        manifest.classPath().stream()
                .filter(path -> path.toLowerCase(Locale.ROOT).startsWith("external:") || path.contains(".."))
                .forEach(path -> findings.add(finding("class-path", path)));
        return findings;
    }

    /** Also those imports that its entry in the allowlist does not grant. */
    public static List<Finding> check(BundleManifest manifest, List<String> granted) {
        List<Finding> findings = new ArrayList<>(check(manifest));
        manifest.imports().stream()
                .filter(PluginImports::isOpen)
                .filter(name -> !granted.contains(name))
                .forEach(name -> findings.add(finding("import-not-granted", name)));
        return findings;
    }

    private static Finding finding(String key, Object... arguments) {
        return Finding.of(RefusalCode.STRUCTURE, "plugin." + key, arguments);
    }
}
