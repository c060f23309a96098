package org.sekisho.fuzz;

import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.connect.ConnectContent.ConnectEntry;
import org.sekisho.gate.vouch.VerifiedJar;

/** The reader that serves bundles at run time. Its bytes were hashed before; it holds its ground without that. */
public final class VerifiedJarFuzz {

    private VerifiedJarFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            VerifiedJar jar = new VerifiedJar(input);
            for (String name : jar.getEntries()) {
                read(jar, name);
            }
            jar.open("META-INF/MANIFEST.MF");
        } catch (IOException e) {
            // Refused.
        }
    }

    private static void read(VerifiedJar jar, String name) {
        try {
            Optional<ConnectEntry> found = jar.getEntry(name);
            if (found.isEmpty()) {
                return; // Its name begins with a slash: it is out of reach.
            }
            ConnectEntry entry = found.get();
            byte[] content = entry.getBytes();
            if (content.length != entry.getContentLength()) {
                throw new AssertionError(name + " has another length than it says");
            }
        } catch (IOException e) {
            // Refused; the others may be sound.
        }
    }
}
