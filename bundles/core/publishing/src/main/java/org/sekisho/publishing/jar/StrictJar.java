package org.sekisho.publishing.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.sekisho.publishing.PublishingFault;

/**
 * A jar as the gate's strict structure wants it: manifest first, then the files by name, no folders, no old signatures, no
 * index, and the jars of its Bundle-ClassPath laid open, because the framework would unpack nested ones where the gate does not look.
 */
public final class StrictJar {
    private static final String CLASS_PATH = "Bundle-ClassPath";

    private StrictJar() {}

    /** @throws PublishingFault when it cannot be made so */
    public static JarEntries of(Path jar) throws IOException, PublishingFault {
        JarEntries given = JarEntries.read(jar);
        Manifest manifest = given.manifest();
        Map<String, byte[]> files = new TreeMap<>();
        given.files().forEach((name, content) -> {
            if (isKept(name)) {
                files.put(name, content);
            }
        });
        layOpen(manifest, files);
        for (String name : files.keySet()) {
            if (name.endsWith(".jar")) {
                throw new PublishingFault("jar.nested", jar.getFileName(), name);
            }
        }
        JarEntries strict = new JarEntries();
        strict.files().put(JarFile.MANIFEST_NAME, bytes(withoutDigests(manifest)));
        strict.files().putAll(files);
        return strict;
    }

    private static boolean isKept(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean inMetaInf = upper.startsWith("META-INF/") && upper.indexOf('/', 9) < 0;
        boolean ofSignature = upper.endsWith(".SF")
                || upper.endsWith(".RSA")
                || upper.endsWith(".DSA")
                || upper.endsWith(".EC")
                || upper.startsWith("META-INF/SIG-");
        boolean madeAnew = upper.equals(JarFile.MANIFEST_NAME) || upper.equals("META-INF/INDEX.LIST");
        return !(inMetaInf && (ofSignature || madeAnew));
    }

    private static void layOpen(Manifest manifest, Map<String, byte[]> files) throws IOException, PublishingFault {
        String classPath = manifest.getMainAttributes().getValue(CLASS_PATH);
        if (classPath == null) {
            return;
        }
        for (String element : classPath.split(",", -1)) {
            byte[] nested = files.remove(element.strip());
            if (nested != null) {
                Path unpacked = Files.createTempFile("nested", ".jar");
                try {
                    Files.write(unpacked, nested);
                    JarEntries.read(unpacked).files().forEach((name, content) -> {
                        if (isKept(name)) {
                            files.putIfAbsent(name, content);
                        }
                    });
                } finally {
                    Files.delete(unpacked);
                }
            }
        }
        manifest.getMainAttributes().remove(new Attributes.Name(CLASS_PATH));
    }

    private static Manifest withoutDigests(Manifest manifest) {
        manifest.getEntries()
                .values()
                .forEach(section -> section.keySet()
                        .removeIf(
                                name -> name.toString().toUpperCase(Locale.ROOT).contains("-DIGEST")));
        manifest.getEntries().values().removeIf(Attributes::isEmpty);
        return manifest;
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        if (manifest.getMainAttributes().getValue(Attributes.Name.MANIFEST_VERSION) == null) {
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }
}
