package org.sekisho.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.osgi.framework.connect.ConnectContent.ConnectEntry;
import org.sekisho.extensions.facts.JarFacts;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.Structure;
import org.sekisho.gate.vouch.VerifiedJar;

/** Vetting of a whole jar; and what it calls strict, the gate and the JDK read alike. */
public final class ArchiveFuzz {

    private ArchiveFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        JarFacts facts = JarFacts.read(input);
        facts.findings();
        if (facts.structure() instanceof Structure.Strict strict) {
            Map<String, byte[]> seen = new HashMap<>();
            for (ArchiveEntry entry : strict.entries()) {
                seen.put(entry.name(), entry.content());
            }
            asTheGateReads(new VerifiedJar(input), seen);
            asAStreamReads(input, seen);
        }
    }

    private static void asTheGateReads(VerifiedJar jar, Map<String, byte[]> seen) throws IOException {
        int count = 0;
        for (String name : jar.getEntries()) {
            count++;
            ConnectEntry entry = jar.getEntry(name).orElseThrow();
            require(Arrays.equals(entry.getBytes(), seen.get(name)), "the gate reads another " + name);
        }
        require(count == seen.size(), "the gate sees other entries");
    }

    /** A stream may refuse more than the strict reader does, such as stored entries with a descriptor, but not read it otherwise. */
    private static void asAStreamReads(byte[] jar, Map<String, byte[]> seen) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                require(Arrays.equals(content, seen.get(entry.getName())), "a stream reads another " + entry.getName());
            }
        } catch (IOException | IllegalArgumentException e) {
            // Refused.
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
