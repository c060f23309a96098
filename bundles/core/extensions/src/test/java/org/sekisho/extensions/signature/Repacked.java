package org.sekisho.extensions.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.Structure;

/** A signed jar whose files were changed and packed again as if nothing had been. */
final class Repacked {

    private Repacked() {}

    static List<ArchiveEntry> entries(byte[] jar) {
        return new ArrayList<>(Structure.of(jar).entries());
    }

    static List<ArchiveEntry> changed(byte[] jar, String name, UnaryOperator<String> change) {
        return entries(jar).stream()
                .map(entry -> entry.name().equals(name) ? apply(entry, change) : entry)
                .toList();
    }

    static List<ArchiveEntry> without(byte[] jar, String name) {
        return entries(jar).stream().filter(entry -> !entry.name().equals(name)).toList();
    }

    static List<ArchiveEntry> with(byte[] jar, String name, String content) {
        List<ArchiveEntry> entries = entries(jar);
        entries.add(new ArchiveEntry(name, content.getBytes(StandardCharsets.UTF_8)));
        return entries;
    }

    private static ArchiveEntry apply(ArchiveEntry entry, UnaryOperator<String> change) {
        String text = new String(entry.content(), StandardCharsets.ISO_8859_1);
        return new ArchiveEntry(entry.name(), change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
    }
}
