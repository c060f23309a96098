package org.sekisho.extensions.power;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.extensions.jar.ArchiveEntry;

/** Which services a jar's declarative components provide and use, as its descriptors have it. */
public final class ServiceDescriptors {

    private static final Pattern TAG = Pattern.compile("<\\s*(?:\\w+:)?(provide|reference)\\b([^>]*)>");
    private static final Pattern INTERFACE = Pattern.compile("\\binterface\\s*=\\s*[\"']([^\"']+)[\"']");

    private ServiceDescriptors() {}

    static boolean isOne(ArchiveEntry entry) {
        return entry.name().startsWith("OSGI-INF/") && entry.name().endsWith(".xml");
    }

    static Set<String> interfaces(ArchiveEntry entry) {
        Set<String> all = named(entry, "provide");
        all.addAll(named(entry, "reference"));
        return all;
    }

    /** By rising name. */
    public static List<String> provided(List<ArchiveEntry> entries) {
        return all(entries, "provide");
    }

    /** By rising name. */
    public static List<String> required(List<ArchiveEntry> entries) {
        return all(entries, "reference");
    }

    private static List<String> all(List<ArchiveEntry> entries, String tag) {
        return entries.stream()
                .filter(ServiceDescriptors::isOne)
                .flatMap(entry -> named(entry, tag).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> named(ArchiveEntry entry, String tag) {
        Set<String> names = new LinkedHashSet<>();
        String xml = new String(entry.content(), StandardCharsets.UTF_8);
        for (MatchResult found : TAG.matcher(xml).results().toList()) {
            Matcher attribute = INTERFACE.matcher(found.group(2));
            if (found.group(1).equals(tag) && attribute.find()) {
                names.add(attribute.group(1).strip());
            }
        }
        return names;
    }
}
