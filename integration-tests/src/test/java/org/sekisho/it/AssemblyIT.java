package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is in the demo register: what its features name, nothing that nobody needs, and a bill of materials that says so. */
class AssemblyIT {

    private static final Path REGISTER = Path.of(System.getProperty("sekisho.installation"));
    private static final Path SOURCES = Path.of("..");

    /** Bundles of others that no package wires to: what they do they do by services, or for what the shop chose. */
    private static final Set<String> BY_SERVICE = Set.of(
            "org.apache.felix.scr", // brings up components
            "org.apache.felix.http.jetty12", // serves servlets
            "org.apache.aries.typedevent.bus", // carries events
            "com.example.drawer.star", // the examples of the SDK
            "com.example.rule.onigiri");

    @Test
    void billOfMaterialsIsValidCycloneDx() throws Exception {
        assertThat(new org.cyclonedx.parsers.JsonParser()
                        .validate(REGISTER.resolve("sbom.cdx.json").toFile(), Version.VERSION_16))
                .isEmpty();
    }

    @Test
    void billOfMaterialsNamesExactlyWhatRuns() throws IOException {
        Set<String> run = new TreeSet<>();
        try (Stream<Path> modules = Files.list(REGISTER.resolve("lib/modules"))) {
            modules.forEach(module -> run.add("lib/modules/" + module.getFileName()));
        }
        for (Path bundle : bundles()) {
            run.add("repository/targets/bundles/" + bundle.getFileName());
        }
        Set<String> named = new TreeSet<>();
        for (JsonElement each : json(REGISTER.resolve("sbom.cdx.json")).getAsJsonArray("components")) {
            JsonObject component = each.getAsJsonObject();
            named.add(first(component, "properties").get("value").getAsString());
            assertThat(component.getAsJsonArray("licenses"))
                    .as(component.toString())
                    .isNotEmpty();
        }
        assertThat(named).isEqualTo(run);
    }

    @Test
    void whatIsMergedIntoTheGateIsNamedToo() throws IOException {
        JsonObject gate = null;
        for (JsonElement each : json(REGISTER.resolve("sbom.cdx.json")).getAsJsonArray("components")) {
            if (each.getAsJsonObject().get("name").getAsString().equals("org.sekisho.gate")) {
                gate = each.getAsJsonObject();
            }
        }
        assertThat(gate).isNotNull();
        assertThat(first(gate, "components").get("name").getAsString()).isEqualTo("org.apache.felix.framework");
        assertThat(first(gate, "components").get("version").getAsString()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void theRegisterHoldsWhatItsFeaturesNameAndNothingElse() throws IOException {
        Set<String> named = new TreeSet<>();
        JsonObject plan = json(SOURCES.resolve("distribution/assemblies/demo-grocery.json"));
        for (JsonElement feature : plan.getAsJsonArray("features")) {
            String name = feature.getAsString().split(":", -1)[1];
            for (JsonElement bundle :
                    json(SOURCES.resolve("features/" + name + ".json")).getAsJsonArray("bundles")) {
                String[] id = bundle.getAsJsonObject().get("id").getAsString().split(":", -1);
                named.add(id[1] + "-" + id[2] + ".jar");
            }
        }
        Set<String> held = new TreeSet<>();
        for (Path bundle : bundles()) {
            held.add(bundle.getFileName().toString().substring(65));
        }
        assertThat(held).isEqualTo(named);
    }

    @Test
    void everyBundleOfOthersIsNeededByAnotherBundle() throws IOException {
        Map<String, Set<String>> exports = new HashMap<>();
        Map<String, Set<String>> imports = new HashMap<>();
        for (Path bundle : bundles()) {
            try (JarFile jar = new JarFile(bundle.toFile())) {
                var headers = jar.getManifest().getMainAttributes();
                String name = headers.getValue("Bundle-SymbolicName")
                        .split(";", -1)[0]
                        .strip();
                exports.put(name, packages(headers.getValue("Export-Package")));
                imports.put(name, packages(headers.getValue("Import-Package")));
            }
        }
        List<String> idle = new ArrayList<>();
        for (String name : exports.keySet()) {
            boolean wired = imports.entrySet().stream()
                    .filter(other -> !other.getKey().equals(name))
                    .anyMatch(other -> other.getValue().stream().anyMatch(exports.get(name)::contains));
            if (!wired && !name.startsWith("org.sekisho.")) {
                idle.add(name);
            }
        }
        assertThat(idle).containsExactlyInAnyOrderElementsOf(BY_SERVICE);
    }

    private static Set<String> packages(@Nullable String header) {
        Set<String> packages = new HashSet<>();
        if (header != null) {
            for (String clause : header.replaceAll("\"[^\"]*\"", "").split(",", -1)) {
                Stream.of(clause.split(";", -1))
                        .filter(part -> !part.contains("="))
                        .forEach(packages::add);
            }
        }
        return packages;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(REGISTER.resolve("repository/targets/bundles"))) {
            return files.sorted().toList();
        }
    }

    private static JsonObject json(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static JsonObject first(JsonObject object, String array) {
        JsonArray elements = object.getAsJsonArray(array);
        assertThat(elements).hasSize(1);
        return elements.get(0).getAsJsonObject();
    }
}
