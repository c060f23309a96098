package org.sekisho.extensions.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one archive and the jars inside it, by the strict rules. Used once, by one thread. */
final class ArchiveReader {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final int MOST_FINDINGS = 40;

    private final Limits limits;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Structure.Nested> nested = new ArrayList<>();
    private long room;

    ArchiveReader(Limits limits) {
        this.limits = limits;
        this.room = limits.totalBytes();
    }

    Structure read(byte[] jar) {
        List<ArchiveEntry> entries = new ArrayList<>();
        try {
            if (jar.length > limits.fileBytes()) {
                throw new BrokenZip(Finding.structure("file-size", jar.length, limits.fileBytes()));
            }
            readArchive(jar, "", 1, entries);
        } catch (BrokenZip e) {
            find(e.finding());
        }
        return findings.isEmpty()
                ? new Structure.Strict(entries, nested)
                : new Structure.Broken(entries, nested, findings);
    }

    private void readArchive(byte[] jar, String where, int depth, List<ArchiveEntry> entries) throws BrokenZip {
        ZipBytes zip = new ZipBytes(jar);
        Directory directory = Directory.read(zip, limits, this::find);
        List<String> names = new ArrayList<>();
        List<Extent> extents = new ArrayList<>();
        for (CentralHeader header : directory.headers()) {
            String name = EntryNames.decode(header, this::find);
            names.add(name);
            EntryNames.checkEach(name, this::find);
            try {
                Extent extent = Extent.locate(zip, name, header, this::find);
                EntryRules.check(name, header, extent.local(), this::find);
                extents.add(extent);
            } catch (BrokenZip e) {
                find(e.finding());
            }
        }
        EntryNames.checkTogether(names, this::find);
        checkOrder(names, extents);
        if (!Extent.tile(extents, directory.start(), this::find)) {
            return;
        }
        for (Extent extent : extents) {
            byte[] content = EntryData.read(zip, extent, limits, room, this::find);
            room -= content.length;
            entries.add(new ArchiveEntry(extent.name(), content));
        }
        readNested(entries, where, depth);
    }

    /** Where a jar is signed, readers of streams look for the manifest first, and take the jar for unsigned without it. */
    private void checkOrder(List<String> names, List<Extent> extents) {
        boolean signed = names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .anyMatch(name -> name.matches("META-INF/[^/]*\\.SF"));
        if (!signed) {
            return;
        }
        String first =
                names.stream().filter(n -> !n.equals("META-INF/")).findFirst().orElse("");
        boolean alsoInFile = extents.stream()
                .filter(extent -> extent.name().equals(MANIFEST))
                .allMatch(manifest -> extents.stream()
                        .noneMatch(other ->
                                other.from() < manifest.from() && !other.name().equals("META-INF/")));
        if (!first.equals(MANIFEST) || !alsoInFile) {
            find(Finding.structure("manifest-first"));
        }
    }

    private void readNested(List<ArchiveEntry> entries, String where, int depth) throws BrokenZip {
        Set<String> classPath = classPath(entries);
        for (ArchiveEntry entry : entries) {
            if (!isArchive(entry)) {
                continue;
            }
            String name = where + entry.name();
            if (!classPath.contains(entry.name())) {
                find(Finding.structure("nested", name));
            } else if (depth >= limits.depth()) {
                find(Finding.structure("nested-deep", name, limits.depth()));
            } else {
                List<ArchiveEntry> inner = new ArrayList<>();
                try {
                    readArchive(entry.content(), name + "!/", depth + 1, inner);
                } finally {
                    nested.add(new Structure.Nested(name, inner));
                }
            }
        }
    }

    private Set<String> classPath(List<ArchiveEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.name().equals(MANIFEST))
                .findFirst()
                .map(entry -> BundleManifest.read(entry.content()).classPath())
                .orElse(Set.of());
    }

    /** By its bytes as much as by its name: a loader asks neither. */
    static boolean isArchive(ArchiveEntry entry) {
        byte[] c = entry.content();
        boolean zip =
                c.length > 3 && c[0] == 'P' && c[1] == 'K' && ((c[2] == 3 && c[3] == 4) || (c[2] == 5 && c[3] == 6));
        String name = entry.name().toLowerCase(Locale.ROOT);
        return zip || name.endsWith(".jar") || name.endsWith(".zip") || name.endsWith(".war");
    }

    private void find(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else if (findings.size() == MOST_FINDINGS) {
            findings.add(Finding.structure("more", MOST_FINDINGS));
        }
    }
}
