package org.sekisho.extensions.signature;

import java.util.List;
import java.util.Locale;
import org.sekisho.extensions.jar.ArchiveEntry;

/**
 * The files of a signature: the manifest with every file's digest, the signature file with the manifest's, the block that signs it.
 *
 * @param manifests at most one in a sound jar
 * @param lists {@code META-INF/*.SF}
 * @param blocks {@code META-INF/*.RSA}, {@code .EC}, {@code .DSA}
 */
record SignatureFiles(List<ArchiveEntry> manifests, List<ArchiveEntry> lists, List<ArchiveEntry> blocks) {

    static SignatureFiles among(List<ArchiveEntry> entries) {
        return new SignatureFiles(
                entries.stream()
                        .filter(e -> e.name().equals("META-INF/MANIFEST.MF"))
                        .toList(),
                entries.stream().filter(e -> isNamed(e, "SF")).toList(),
                entries.stream().filter(e -> isNamed(e, "RSA|EC|DSA")).toList());
    }

    private static boolean isNamed(ArchiveEntry entry, String extensions) {
        return entry.name().toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(" + extensions + ")");
    }

    boolean isUnsigned() {
        return lists.isEmpty() && blocks.isEmpty();
    }

    /** Whether there is exactly one of each, and list and block belong together. */
    boolean isOne() {
        return manifests.size() == 1
                && lists.size() == 1
                && blocks.size() == 1
                && stem(lists.get(0)).equals(stem(blocks.get(0)));
    }

    private static String stem(ArchiveEntry entry) {
        return entry.name().substring(0, entry.name().lastIndexOf('.'));
    }

    ArchiveEntry manifest() {
        return manifests.get(0);
    }

    ArchiveEntry list() {
        return lists.get(0);
    }

    ArchiveEntry block() {
        return blocks.get(0);
    }

    /** Whether it is one of these, which sign and are not signed. */
    boolean contains(ArchiveEntry entry) {
        return manifests.contains(entry) || lists.contains(entry) || blocks.contains(entry);
    }
}
