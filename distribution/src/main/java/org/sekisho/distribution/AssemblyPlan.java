package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.feature.ID;

/**
 * What a register is to be made of.
 *
 * @param file where this is written, for messages
 * @param platform the modules beside the gate's own, which bundles see only through the gate
 * @param features in the order in which their bundles start
 * @param files other files of the register, by their place in it
 * @param java the folder of a Java that is delivered with it; empty where the machine's own runs it
 * @param properties framework properties of this register, over those of its features
 */
record AssemblyPlan(
        Path file,
        String name,
        String version,
        List<ID> platform,
        List<ID> features,
        Map<String, Path> files,
        Optional<Path> java,
        Map<String, String> properties) {
    AssemblyPlan {
        platform = List.copyOf(platform);
        features = List.copyOf(features);
        files = Map.copyOf(files);
        properties = Map.copyOf(properties);
    }

    static AssemblyPlan read(Path file) throws IOException, AssemblyFault {
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Map<String, Path> files = new TreeMap<>();
            texts(json, "files").forEach((place, source) -> files.put(place, file.resolveSibling(source)));
            return new AssemblyPlan(
                    file,
                    json.get("name").getAsString(),
                    json.get("version").getAsString(),
                    ids(json.getAsJsonArray("platform")),
                    ids(json.getAsJsonArray("features")),
                    files,
                    json.has("java")
                            ? Optional.of(file.resolveSibling(json.get("java").getAsString()))
                            : Optional.empty(),
                    texts(json, "properties"));
        } catch (RuntimeException e) {
            throw new AssemblyFault(
                    file + " is not an assembly (name, version, platform and features are needed): " + e.getMessage(),
                    e);
        }
    }

    private static Map<String, String> texts(JsonObject json, String name) {
        Map<String, String> texts = new TreeMap<>();
        if (json.has(name)) {
            json.getAsJsonObject(name)
                    .entrySet()
                    .forEach(e -> texts.put(e.getKey(), e.getValue().getAsString()));
        }
        return texts;
    }

    private static List<ID> ids(JsonArray texts) {
        List<ID> ids = new ArrayList<>();
        texts.forEach(text -> ids.add(FeatureFolder.SERVICE.getIDfromMavenCoordinates(text.getAsString())));
        return ids;
    }
}
