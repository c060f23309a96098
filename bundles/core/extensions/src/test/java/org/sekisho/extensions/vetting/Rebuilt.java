package org.sekisho.extensions.vetting;

import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.JarSmith;
import org.sekisho.extensions.jar.Structure;

/** A jar with the same files and one more, packed as soundly as the first. */
final class Rebuilt {

    private Rebuilt() {}

    static byte[] with(byte[] jar, String name, String content) {
        JarSmith smith = new JarSmith();
        for (ArchiveEntry entry : Structure.of(jar).entries()) {
            smith.add(entry.name(), entry.content());
        }
        return smith.add(name, content).forge();
    }
}
