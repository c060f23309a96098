package org.sekisho.publishing.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.publishing.Revocation;

/** The documents and bundles that a repository vouches for, while they are put together; all in memory. */
public final class Contents {
    public static final String ALLOWLIST = "allowlist.json";
    public static final String ASSEMBLY = "assembly.json";
    public static final String REVOCATIONS = "revocations.json";
    public static final String APPROVERS = "approvers.json";

    /** The folder of a bundle among the targets. */
    public static final String BUNDLES = "bundles/";

    /** The folder of the platform's files among the targets. */
    private static final String PLATFORM = "platform/";

    private static final String ENTRIES = "entries";
    private static final String SHA256 = "sha256";

    private final Map<String, byte[]> targets;

    private Contents(Map<String, byte[]> targets) {
        this.targets = new TreeMap<>(targets);
    }

    public static Contents of(Map<String, byte[]> targets) {
        return new Contents(targets);
    }

    /** Nothing listed, and nobody who may approve. */
    public static Contents empty(String name, String version) {
        Contents contents = new Contents(Map.of());
        contents.put(ALLOWLIST, document(ENTRIES));
        contents.put(REVOCATIONS, document("revoked"));
        JsonObject assembly = document("bundles");
        assembly.addProperty("name", name);
        assembly.addProperty("version", version);
        assembly.add("serving", new JsonArray());
        assembly.add("platform", new JsonArray());
        contents.put(ASSEMBLY, assembly);
        JsonObject approvers = document("approvers");
        approvers.addProperty("threshold", 1);
        contents.put(APPROVERS, approvers);
        return contents;
    }

    /**
     * Lets somebody approve in the shop.
     *
     * @param key the key object of TUF metadata
     */
    public void approver(String name, String keyid, JsonObject key) {
        JsonObject person = key.deepCopy();
        person.addProperty("name", name);
        person.addProperty("keyid", keyid);
        add(APPROVERS, "approvers", person);
    }

    /** Lists a bundle, and with it its bytes. */
    public void list(ListedBundle bundle) {
        add(ALLOWLIST, ENTRIES, bundle.entry());
        targets.put(BUNDLES + bundle.file(), bundle.jar());
    }

    /** Makes a listed bundle one of those the register is delivered with; it starts after the others. */
    public void deliver(ListedBundle bundle) {
        add(ASSEMBLY, "bundles", new JsonPrimitive(bundle.sha256()));
    }

    /** The same for one that starts only once the register serves. */
    public void deliverLate(ListedBundle bundle) {
        deliver(bundle);
        add(ASSEMBLY, "serving", new JsonPrimitive(bundle.sha256()));
    }

    /** Makes it a file of the platform, in place of an earlier one of that name. */
    public void platform(String file, byte[] content, boolean executable) {
        JsonObject entry = new JsonObject();
        entry.addProperty("file", file);
        entry.addProperty(SHA256, Digests.sha256(content));
        entry.addProperty("size", content.length);
        if (executable) {
            entry.addProperty("executable", true);
        }
        JsonObject assembly = Json.object(targets.get(ASSEMBLY));
        JsonArray platform = assembly.getAsJsonArray("platform");
        List.copyOf(platform.asList()).stream()
                .filter(other ->
                        other.getAsJsonObject().get("file").getAsString().equals(file))
                .forEach(platform::remove);
        platform.add(entry);
        put(ASSEMBLY, assembly);
        targets.put(PLATFORM + file, content);
    }

    public void revoke(String sha256, Revocation level, String reason) {
        JsonObject entry = new JsonObject();
        entry.addProperty(SHA256, sha256);
        entry.addProperty("level", level.word());
        entry.addProperty("reason", reason);
        add(REVOCATIONS, "revoked", entry);
    }

    /** The entries of the allowlist, in their order. */
    public List<JsonObject> entries() {
        return objects(ALLOWLIST, ENTRIES);
    }

    /** The entries of these digests. */
    public List<JsonObject> entries(List<String> sha256s) {
        return entries().stream()
                .filter(entry -> sha256s.contains(entry.get(SHA256).getAsString()))
                .toList();
    }

    /** What was revoked, in its order. */
    public List<JsonObject> revoked() {
        return objects(REVOCATIONS, "revoked");
    }

    /** Whether it is one of those the register is delivered with. */
    public boolean isDelivered(String sha256) {
        return array(ASSEMBLY, "bundles").contains(new JsonPrimitive(sha256));
    }

    /** The newest entry of that name; empty when none is listed. */
    public Optional<JsonObject> newest(String symbolicName) {
        return entries().stream()
                .filter(entry -> entry.get("symbolicName").getAsString().equals(symbolicName))
                .reduce((first, second) -> second);
    }

    /** By their names, which may hold slashes. */
    public Map<String, byte[]> targets() {
        return targets;
    }

    private List<JsonObject> objects(String target, String array) {
        return StreamSupport.stream(array(target, array).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private JsonArray array(String target, String array) {
        return Json.object(targets.get(target)).getAsJsonArray(array);
    }

    private void add(String target, String array, JsonElement element) {
        JsonObject document = Json.object(targets.get(target));
        document.getAsJsonArray(array).add(element);
        put(target, document);
    }

    private void put(String target, JsonObject document) {
        targets.put(target, Json.text(document));
    }

    private static JsonObject document(String array) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", 1);
        document.add(array, new JsonArray());
        return document;
    }
}
