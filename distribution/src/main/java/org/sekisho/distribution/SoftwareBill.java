package org.sekisho.distribution;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.feature.ID;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.jar.JarEntries;

/**
 * What a register holds, as a CycloneDX document: of everything that the build resolved, what was delivered and nothing else, with
 * the digests of the delivered files (signing changes them) and, inside a component, the parts that its own jar names in
 * {@code META-INF/sbom/}.
 */
final class SoftwareBill {
    /** Its place in the register. */
    static final String FILE = "sbom.cdx.json";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final JsonObject resolved;
    private final Map<String, JsonObject> delivered = new LinkedHashMap<>();

    private SoftwareBill(JsonObject resolved) {
        this.resolved = resolved;
    }

    /** Begins with what the build wrote of all that it resolved. */
    static SoftwareBill ofBuild(Path document) throws IOException, AssemblyFault {
        if (!Files.exists(document)) {
            throw new AssemblyFault(
                    "There is no " + document.getFileName()
                            + ", from which the register's bill of materials is made: Maven leaves it out when it is offline. Build once without -o.");
        }
        return new SoftwareBill(
                JsonParser.parseString(Files.readString(document)).getAsJsonObject());
    }

    /**
     * Enters something delivered.
     *
     * @param place where it lies in the register
     * @param sha256 of the file as delivered
     * @param jar as built, for the parts in it
     */
    void add(ID id, String place, String sha256, Path jar) throws IOException, AssemblyFault, PublishingFault {
        JsonObject component = component(id).deepCopy();
        JsonObject hash = new JsonObject();
        hash.addProperty("alg", "SHA-256");
        hash.addProperty("content", sha256);
        component.add("hashes", array(hash));
        JsonObject file = new JsonObject();
        file.addProperty("name", "sekisho:file");
        file.addProperty("value", place);
        component.add("properties", array(file));
        JsonArray parts = parts(jar);
        if (!parts.isEmpty()) {
            component.add("components", parts);
        }
        delivered.put(text(component, "bom-ref"), component);
    }

    /** The whole document. */
    byte[] of(AssemblyPlan plan) {
        JsonObject register = new JsonObject();
        register.addProperty("type", "application");
        register.addProperty("bom-ref", plan.name());
        register.addProperty("name", plan.name());
        register.addProperty("version", plan.version());
        JsonObject metadata = new JsonObject();
        metadata.add("tools", resolved.getAsJsonObject("metadata").get("tools"));
        metadata.add("component", register);

        JsonArray components = new JsonArray();
        delivered.values().forEach(components::add);
        JsonObject bill = new JsonObject();
        bill.addProperty("bomFormat", "CycloneDX");
        bill.add("specVersion", resolved.get("specVersion"));
        bill.addProperty("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(utf8(components)));
        bill.addProperty("version", 1);
        bill.add("metadata", metadata);
        bill.add("components", components);
        bill.add("dependencies", dependencies(plan.name()));
        return utf8(bill);
    }

    private JsonArray dependencies(String register) {
        JsonArray dependencies = new JsonArray();
        JsonArray all = new JsonArray();
        delivered.keySet().forEach(all::add);
        dependencies.add(dependency(register, all));
        for (JsonElement each : resolved.getAsJsonArray("dependencies")) {
            String ref = text(each.getAsJsonObject(), "ref");
            if (delivered.containsKey(ref)) {
                JsonArray on = new JsonArray();
                for (JsonElement other : each.getAsJsonObject().getAsJsonArray("dependsOn")) {
                    if (delivered.containsKey(other.getAsString())) {
                        on.add(other);
                    }
                }
                dependencies.add(dependency(ref, on));
            }
        }
        return dependencies;
    }

    private static JsonObject dependency(String ref, JsonArray on) {
        JsonObject dependency = new JsonObject();
        dependency.addProperty("ref", ref);
        dependency.add("dependsOn", on);
        return dependency;
    }

    private JsonObject component(ID id) throws AssemblyFault {
        for (JsonElement each : resolved.getAsJsonArray("components")) {
            JsonObject component = each.getAsJsonObject();
            if (text(component, "group").equals(id.getGroupId())
                    && text(component, "name").equals(id.getArtifactId())
                    && text(component, "version").equals(id.getVersion())) {
                return component;
            }
        }
        throw new AssemblyFault("The build's bill of materials lacks " + id
                + ". Let distribution/pom.xml depend on it at run time; Maven keeps the old bill when it is offline.");
    }

    private static JsonArray parts(Path jar) throws IOException, PublishingFault {
        JsonArray parts = new JsonArray();
        for (Map.Entry<String, byte[]> file : JarEntries.read(jar).files().entrySet()) {
            if (file.getKey().matches("META-INF/sbom/[^/]+\\.cdx\\.json")) {
                JsonParser.parseString(new String(file.getValue(), StandardCharsets.UTF_8))
                        .getAsJsonObject()
                        .getAsJsonArray("components")
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    private static JsonArray array(JsonElement only) {
        JsonArray array = new JsonArray();
        array.add(only);
        return array;
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    private static byte[] utf8(JsonElement json) {
        return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
