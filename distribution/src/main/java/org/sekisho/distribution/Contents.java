package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.gate.tuf.Digests;

/** The documents and bundles that a register's repository vouches for, while they are put together. */
final class Contents {
    static final String ALLOWLIST = "allowlist.json";
    static final String ASSEMBLY = "assembly.json";
    static final String REVOCATIONS = "revocations.json";
    static final String APPROVERS = "approvers.json";

    private final Map<String, byte[]> targets;

    private Contents(Map<String, byte[]> targets) {
        this.targets = new TreeMap<>(targets);
    }

    static Contents of(Map<String, byte[]> targets) {
        return new Contents(targets);
    }

    /** Nothing listed; those who may approve are the two development approvers. */
    static Contents empty(String name, String version, DevelopmentKeys keys) {
        Contents contents = new Contents(Map.of());
        contents.put(ALLOWLIST, document("entries"));
        contents.put(REVOCATIONS, document("revoked"));
        JsonObject assembly = document("bundles");
        assembly.addProperty("name", name);
        assembly.addProperty("version", version);
        assembly.add("serving", new JsonArray());
        assembly.add("platform", new JsonArray());
        contents.put(ASSEMBLY, assembly);
        JsonObject approvers = document("approvers");
        approvers.addProperty("threshold", 1);
        for (Role role : Approvals.APPROVERS) {
            JsonObject person = keys.key(role).toJson();
            person.addProperty("name", Approvals.name(role));
            person.addProperty("keyid", keys.key(role).keyid());
            approvers.getAsJsonArray("approvers").add(person);
        }
        contents.put(APPROVERS, approvers);
        return contents;
    }

    /** Lists a bundle, and with it its bytes. */
    void list(ListedBundle bundle) {
        add(ALLOWLIST, "entries", bundle.entry());
        targets.put("bundles/" + bundle.file(), bundle.jar());
    }

    /** Makes a listed bundle one of those the register is delivered with; it starts after the others. */
    void deliver(ListedBundle bundle) {
        add(ASSEMBLY, "bundles", JsonParser.parseString('"' + bundle.sha256() + '"'));
    }

    /** The same for one that starts only once the register serves. */
    void deliverLate(ListedBundle bundle) {
        deliver(bundle);
        add(ASSEMBLY, "serving", JsonParser.parseString('"' + bundle.sha256() + '"'));
    }

    void platform(String file, byte[] content) {
        JsonObject entry = new JsonObject();
        entry.addProperty("file", file);
        entry.addProperty("sha256", Digests.sha256(content));
        entry.addProperty("size", content.length);
        add(ASSEMBLY, "platform", entry);
    }

    void revoke(String sha256, Revocation level, String reason) {
        JsonObject entry = new JsonObject();
        entry.addProperty("sha256", sha256);
        entry.addProperty("level", level.text());
        entry.addProperty("reason", reason);
        add(REVOCATIONS, "revoked", entry);
    }

    Map<String, byte[]> targets() {
        return targets;
    }

    private void add(String target, String array, JsonElement element) {
        JsonObject document = JsonParser.parseString(new String(targets.get(target), StandardCharsets.UTF_8))
                .getAsJsonObject();
        document.getAsJsonArray(array).add(element);
        put(target, document);
    }

    private void put(String target, JsonObject document) {
        targets.put(target, Json.canonical(document));
    }

    private static JsonObject document(String array) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", 1);
        document.add(array, new JsonArray());
        return document;
    }
}
