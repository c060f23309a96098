package org.sekisho.distribution;

import java.util.List;

/** What the code of a jar can do. */
record Powers(List<String> names, String computedBy) {
    Powers {
        names = List.copyOf(names);
    }

    static Powers of(byte[] jar) {
        return new Powers(List.of(), "nobody");
    }
}
