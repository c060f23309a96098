package org.sekisho.distribution;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Processor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a bundle's manifest says, as the allowlist needs it. */
final class BundleHeaders {
    private static final Pattern OBJECT_CLASS = Pattern.compile("\\(objectClass=([^)*]+)\\)");

    private final Attributes headers;

    private BundleHeaders(Attributes headers) {
        this.headers = headers;
    }

    /** @throws AssemblyFault when the jar is no bundle */
    static BundleHeaders of(String file, byte[] jar) throws IOException, AssemblyFault {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    Attributes headers = new Manifest(in).getMainAttributes();
                    if (headers.getValue(Constants.BUNDLE_SYMBOLICNAME) != null) {
                        return new BundleHeaders(headers);
                    }
                }
            }
        }
        throw new AssemblyFault(file + " is no bundle: it has no manifest with a Bundle-SymbolicName.");
    }

    String symbolicName() {
        return parameters(Constants.BUNDLE_SYMBOLICNAME).keySet().iterator().next();
    }

    String version() {
        String version = headers.getValue(Constants.BUNDLE_VERSION);
        return version == null ? "0.0.0" : version.strip();
    }

    /** The packages it imports, without those of {@code java.}, which nobody can keep from it. */
    List<String> imports() {
        return parameters(Constants.IMPORT_PACKAGE).keySet().stream()
                .map(Processor::removeDuplicateMarker)
                .filter(name -> !name.startsWith("java."))
                .distinct()
                .sorted()
                .toList();
    }

    List<String> providedServices() {
        TreeSet<String> names = new TreeSet<>();
        for (Attrs capability : services(Constants.PROVIDE_CAPABILITY)) {
            Object classes = capability.getTyped("objectClass");
            if (classes instanceof Iterable<?> several) {
                several.forEach(name -> names.add(name.toString()));
            } else if (classes != null) {
                names.add(classes.toString());
            }
        }
        return List.copyOf(names);
    }

    List<String> requiredServices() {
        TreeSet<String> names = new TreeSet<>();
        for (Attrs requirement : services(Constants.REQUIRE_CAPABILITY)) {
            Matcher matcher = OBJECT_CLASS.matcher(requirement.getOrDefault("filter:", ""));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return List.copyOf(names);
    }

    private List<Attrs> services(String header) {
        return parameters(header).entrySet().stream()
                .filter(e -> Processor.removeDuplicateMarker(e.getKey()).equals("osgi.service"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Parameters parameters(String header) {
        return OSGiHeader.parseHeader(headers.getValue(header));
    }
}
