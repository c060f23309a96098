package org.sekisho.gate.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The packages that bundles get from outside the framework: the Java platform's, the platform modules' and the gate's own. They
 * are read from the boot layer, so what the image lacks is not promised.
 */
final class PlatformPackages {

    private static final String OWN = "org.sekisho.gate";
    private static final List<String> OWN_PACKAGES = List.of(
            "org.sekisho.gate.operate", "org.sekisho.gate.program", "org.sekisho.gate.serial", "org.sekisho.gate.view");

    /** Jetty wants wires to these and then does without them: the register has no JMX, so they lead to nothing. */
    private static final List<String> EMPTY =
            List.of("javax.management", "javax.management.modelmbean", "javax.management.remote", "javax.rmi.ssl");

    private PlatformPackages() {}

    /** For {@code org.osgi.framework.system.packages.extra}. */
    static String extra() {
        Properties versions = versions();
        List<String> packages = new ArrayList<>(EMPTY);
        for (Module module : ModuleLayer.boot().modules()) {
            String name = module.getName();
            String version = versions.getProperty(name);
            if (name.equals(OWN)) {
                OWN_PACKAGES.forEach(own -> packages.add(own + ";version=\"" + version + "\""));
            } else if (version != null) {
                exports(module, ";version=\"" + version + "\"", packages);
            } else if (name.startsWith("java.")) {
                exports(module, "", packages);
            }
        }
        return String.join(",", packages);
    }

    private static void exports(Module module, String version, List<String> packages) {
        for (ModuleDescriptor.Exports export : module.getDescriptor().exports()) {
            if (!export.isQualified()) {
                packages.add(export.source() + version);
            }
        }
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = PlatformPackages.class.getResourceAsStream("platform.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
