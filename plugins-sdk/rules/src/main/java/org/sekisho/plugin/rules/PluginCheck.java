package org.sekisho.plugin.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** What the parent of every plugin runs on the jar it has just made: the build fails where the gate would refuse. */
public final class PluginCheck {

    private PluginCheck() {}

    /**
     * Fails unless the jar keeps the rules.
     *
     * @param arguments the Maven packaging, and the jar; only {@code pom} has none
     */
    public static void main(String... arguments) throws IOException, PluginRefused {
        if (!arguments[0].equals("pom")) {
            check(Path.of(arguments[1]), Locale.getDefault());
        }
    }

    static void check(Path jar, Locale language) throws IOException, PluginRefused {
        List<Breach> breaches = PluginRules.breaches(headers(jar));
        if (!breaches.isEmpty()) {
            String all =
                    breaches.stream().map(breach -> breach.sentence(language)).collect(Collectors.joining("; "));
            throw new PluginRefused(Breach.say(language, "build.refused", jar.getFileName(), all));
        }
    }

    private static Map<String, String> headers(Path jar) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            if (manifest != null) {
                manifest.getMainAttributes()
                        .forEach((name, value) -> headers.put(name.toString(), String.valueOf(value)));
            }
        }
        return headers;
    }
}
