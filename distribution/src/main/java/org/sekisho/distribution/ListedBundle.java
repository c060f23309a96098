package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/** A bundle and its entry of the allowlist. */
final class ListedBundle {
    private static final String MINIMUM_RUNTIME = "0.1.0";

    private final String file;
    private final byte[] jar;
    private final JsonObject entry;

    private ListedBundle(String file, byte[] jar, JsonObject entry) {
        this.file = file;
        this.jar = jar;
        this.entry = entry;
    }

    /** Signs a jar, unless it is to stay as it is, and computes its entry. */
    static ListedBundle of(Candidate candidate, Publisher publisher, Instant now) throws IOException, AssemblyFault {
        String file = candidate.jar().getFileName().toString();
        byte[] jar = candidate.asItIs()
                ? Files.readAllBytes(candidate.jar())
                : publisher.sign(StrictJar.of(candidate.jar()));
        BundleHeaders headers = BundleHeaders.of(file, jar);
        Powers powers = Powers.of(jar);

        JsonObject entry = new JsonObject();
        entry.addProperty("symbolicName", headers.symbolicName());
        entry.addProperty("version", headers.version());
        entry.addProperty("size", jar.length);
        entry.addProperty("sha256", Digests.sha256(jar));
        entry.add("publisher", publisher(publisher));
        entry.add("lineage", new JsonArray());
        JsonObject granted = new JsonObject();
        granted.add("granted", array(candidate.granted().orElse(powers.names())));
        granted.addProperty("computedBy", powers.computedBy());
        entry.add("powers", granted);
        entry.add("imports", array(headers.imports()));
        JsonObject services = new JsonObject();
        services.add("provides", array(headers.providedServices()));
        services.add("requires", array(headers.requiredServices()));
        entry.add("services", services);
        entry.add("evidence", evidence(now));
        entry.addProperty("minRuntime", MINIMUM_RUNTIME);
        entry.addProperty("plugin", candidate.plugin());
        entry.addProperty("file", file);
        return new ListedBundle(file, jar, entry);
    }

    /** Its name in the repository, without the digest. */
    String file() {
        return file;
    }

    byte[] jar() {
        return jar;
    }

    JsonObject entry() {
        return entry;
    }

    String sha256() {
        return entry.get("sha256").getAsString();
    }

    private static JsonObject publisher(Publisher publisher) {
        JsonObject json = new JsonObject();
        json.addProperty("spkiSha256", publisher.spkiSha256());
        json.addProperty("name", publisher.name());
        return json;
    }

    private static JsonArray evidence(Instant now) {
        JsonObject assembled = new JsonObject();
        assembled.addProperty("type", "assembled");
        assembled.addProperty("verifier", "sekisho distribution " + MINIMUM_RUNTIME);
        assembled.addProperty("time", now.toString());
        assembled.addProperty("avEngine", "none");
        assembled.addProperty("avVerdict", "NOT_SCANNED");
        JsonArray all = new JsonArray();
        all.add(assembled);
        return all;
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
