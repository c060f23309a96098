package org.sekisho.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sekisho.extensions.facts.JarFacts;

/** What else vetting reads of a jar: a component's descriptor, and a bill of materials. */
public final class DescriptorsFuzz {

    private DescriptorsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        JarFacts.read(jar("OSGI-INF/component.xml", input));
        JarFacts.read(jar("META-INF/sbom/bom.json", input));
    }

    private static byte[] jar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
