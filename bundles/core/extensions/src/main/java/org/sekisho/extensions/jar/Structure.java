package org.sekisho.extensions.jar;

import java.util.List;

/** What the strict reader makes of a jar: either all readers see the same files in it, or it says why not. */
public sealed interface Structure {

    /** In the directory's order; nested jars are among them as files. */
    List<ArchiveEntry> entries();

    /** The jars on its {@code Bundle-ClassPath}, each with its own files; empty for most. */
    List<Nested> nested();

    /** Every reason to refuse it; empty when it is strict. */
    List<Finding> findings();

    /** Every byte of it belongs to exactly one entry, and each entry is what both its headers say. */
    record Strict(List<ArchiveEntry> entries, List<Nested> nested) implements Structure {

        public Strict {
            entries = List.copyOf(entries);
            nested = List.copyOf(nested);
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }

    /** Refused; {@code entries} are what could be read all the same. */
    record Broken(List<ArchiveEntry> entries, List<Nested> nested, List<Finding> findings) implements Structure {

        public Broken {
            entries = List.copyOf(entries);
            nested = List.copyOf(nested);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A jar inside a jar.
     *
     * @param name its path in the outer one
     */
    record Nested(String name, List<ArchiveEntry> entries) {

        public Nested {
            entries = List.copyOf(entries);
        }
    }

    static Structure of(byte[] jar) {
        return of(jar, Limits.USUAL);
    }

    static Structure of(byte[] jar, Limits limits) {
        return new ArchiveReader(limits).read(jar);
    }
}
