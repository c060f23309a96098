package org.sekisho.distribution;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureExtension;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

/** The features there are: OSGi Feature Service documents (Compendium, chapter 159), one a file. */
final class FeatureFolder {
    /** The extension by which a feature sets framework properties (Compendium, chapter 160). */
    private static final String PROPERTIES = "framework-launching-properties";

    static final FeatureService SERVICE = new FeatureServiceImpl();

    private final Path folder;
    private final Map<ID, Feature> features = new LinkedHashMap<>();

    private FeatureFolder(Path folder) {
        this.folder = folder;
    }

    static FeatureFolder read(Path folder) throws IOException, AssemblyFault {
        FeatureFolder found = new FeatureFolder(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                found.add(file);
            }
        }
        return found;
    }

    private void add(Path file) throws IOException, AssemblyFault {
        try (Reader reader = Files.newBufferedReader(file)) {
            Feature feature = SERVICE.readFeature(reader);
            String expected = feature.getID().getArtifactId() + ".json";
            if (!file.getFileName().toString().equals(expected)) {
                throw new AssemblyFault(
                        file + " holds the feature " + feature.getID() + ", so its name must be " + expected + ".");
            }
            features.put(feature.getID(), feature);
        } catch (RuntimeException e) {
            throw new AssemblyFault(file + " is not a feature: " + e.getMessage(), e);
        }
    }

    Feature feature(ID id, String askedBy) throws AssemblyFault {
        Feature feature = features.get(id);
        if (feature == null) {
            throw new AssemblyFault(askedBy + " names the feature " + id + ", which is not in " + folder + ".");
        }
        return feature;
    }

    /** The framework properties that a feature wants, by name. */
    static Map<String, String> properties(Feature feature) {
        Map<String, String> properties = new TreeMap<>();
        FeatureExtension extension = feature.getExtensions().get(PROPERTIES);
        if (extension != null) {
            JsonObject json = JsonParser.parseString(extension.getJSON()).getAsJsonObject();
            json.entrySet().forEach(e -> properties.put(e.getKey(), e.getValue().getAsString()));
        }
        return properties;
    }
}
