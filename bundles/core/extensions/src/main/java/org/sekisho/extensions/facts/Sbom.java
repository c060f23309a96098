package org.sekisho.extensions.facts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sekisho.extensions.jar.ArchiveEntry;
import org.sekisho.extensions.jar.JarDigest;

/**
 * A list of parts that lies inside a jar.
 *
 * @param path in the jar
 * @param format {@code CycloneDX 1.6}, {@code SPDX-2.3}; empty when it could not be read
 * @param parts how many it names
 * @param sha256 of the file
 */
public record Sbom(String path, String format, int parts, String sha256) {

    static List<Sbom> in(List<ArchiveEntry> entries) {
        return entries.stream().filter(Sbom::isOne).map(Sbom::read).toList();
    }

    private static boolean isOne(ArchiveEntry entry) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        return name.matches("meta-inf/sbom/[^/]+\\.json|(?:.*/)?(?:bom|sbom)\\.json|.*\\.(?:cdx|spdx)\\.json");
    }

    private static Sbom read(ArchiveEntry entry) {
        String sha256 = JarDigest.sha256(entry.content());
        try {
            JsonElement json = JsonParser.parseString(new String(entry.content(), StandardCharsets.UTF_8));
            JsonObject object = json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
            String format = object.has("spdxVersion")
                    ? text(object, "spdxVersion")
                    : (text(object, "bomFormat") + " " + text(object, "specVersion")).strip();
            int parts = size(object, "components") + size(object, "packages");
            return new Sbom(entry.name(), format, parts, sha256);
        } catch (JsonParseException | StackOverflowError e) {
            return new Sbom(entry.name(), "", 0, sha256);
        }
    }

    private static String text(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    private static int size(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonArray()
                ? element.getAsJsonArray().size()
                : 0;
    }
}
