package org.sekisho.extensions.plugin;

import java.util.List;
import java.util.stream.Stream;
import org.sekisho.extensions.jar.BundleManifest;
import org.sekisho.extensions.jar.Finding;
import org.sekisho.gate.view.RefusalCode;
import org.sekisho.plugin.rules.PluginImports;
import org.sekisho.plugin.rules.PluginRules;

/** What a plugin's manifest may not say, beyond what strict structure asks of every jar: the rules of its build, and what was granted. */
public final class PluginManifest {

    private PluginManifest() {}

    /** Every finding against the manifest of a plugin that no list grants any imports yet. */
    public static List<Finding> check(BundleManifest manifest) {
        return PluginRules.breaches(manifest.headers()).stream()
                .map(breach -> Finding.of(
                        RefusalCode.STRUCTURE, breach.key(), breach.arguments().toArray()))
                .toList();
    }

    /** Also those imports that its entry in the allowlist does not grant. */
    public static List<Finding> check(BundleManifest manifest, List<String> granted) {
        Stream<Finding> notGranted = manifest.imports().stream()
                .filter(PluginImports::isOpen)
                .filter(name -> !granted.contains(name))
                .map(name -> Finding.of(RefusalCode.STRUCTURE, "plugin.import-not-granted", name));
        return Stream.concat(check(manifest).stream(), notGranted).toList();
    }
}
