package org.sekisho.extensions.jar;

import java.util.List;

/** What the strict reader says of a jar, as keys. */
final class Found {

    private Found() {}

    static List<String> in(JarSmith smith) {
        return in(smith.forge());
    }

    static List<String> in(byte[] jar) {
        return Structure.of(jar).findings().stream()
                .map(Finding::key)
                .distinct()
                .toList();
    }
}
