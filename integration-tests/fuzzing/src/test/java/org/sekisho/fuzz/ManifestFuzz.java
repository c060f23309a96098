package org.sekisho.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import org.sekisho.extensions.jar.BundleManifest;
import org.sekisho.extensions.plugin.PluginManifest;

/** A manifest; where vetting finds nothing to say against its lines, it reads what the JDK reads. */
public final class ManifestFuzz {

    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        BundleManifest manifest = BundleManifest.read(input);
        manifest.symbolicName();
        manifest.version();
        manifest.exports();
        manifest.classPath();
        PluginManifest.check(manifest, List.of());
        if (manifest.findings().isEmpty()) {
            asTheJdkReads(input, manifest);
        }
    }

    private static void asTheJdkReads(byte[] input, BundleManifest manifest) {
        Manifest jdk = new Manifest();
        try {
            jdk.read(new ByteArrayInputStream(input));
        } catch (IOException | IllegalArgumentException e) {
            return;
        }
        for (Map.Entry<Object, Object> attribute : jdk.getMainAttributes().entrySet()) {
            String name = attribute.getKey().toString();
            String value = attribute.getValue().toString().strip();
            if (!manifest.header(name).equals(value)) {
                throw new AssertionError("the JDK reads " + name + ": " + value + ", vetting " + manifest.header(name));
            }
        }
    }
}
