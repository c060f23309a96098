package org.sekisho.distribution;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.gate.tuf.Digests;

/** A TUF repository as files (consistent snapshots: a name carries its version, or its digest). */
final class Repository {
    private final Path folder;

    Repository(Path folder) {
        this.folder = folder;
    }

    /** The targets of the newest release, by name. */
    Map<String, byte[]> read() throws IOException {
        long version = signed("timestamp.json")
                .getAsJsonObject("meta")
                .getAsJsonObject("snapshot.json")
                .get("version")
                .getAsLong();
        JsonObject targets = signed(version + ".targets.json").getAsJsonObject("targets");
        Map<String, byte[]> contents = new TreeMap<>();
        for (String name : targets.keySet()) {
            String sha256 = targets.getAsJsonObject(name)
                    .getAsJsonObject("hashes")
                    .get("sha256")
                    .getAsString();
            contents.put(name, Files.readAllBytes(place(name, sha256)));
        }
        return contents;
    }

    /** Writes a release; what older ones need stays. The timestamp, which makes it the newest, is written last. */
    void write(Map<String, byte[]> targets, Metadata metadata, long release) throws IOException, AssemblyFault {
        for (Map.Entry<String, byte[]> target : targets.entrySet()) {
            put(place(target.getKey(), Digests.sha256(target.getValue())), target.getValue());
        }
        byte[] signedTargets = metadata.targets(release, targets);
        byte[] snapshot = metadata.snapshot(release, signedTargets);
        put(metadata("1.root.json"), metadata.root());
        put(metadata(release + ".targets.json"), signedTargets);
        put(metadata(release + ".snapshot.json"), snapshot);
        put(metadata("timestamp.json"), metadata.timestamp(release, snapshot));
    }

    private JsonObject signed(String name) throws IOException {
        return JsonParser.parseString(Files.readString(metadata(name), StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject("signed");
    }

    private Path metadata(String name) {
        return folder.resolve("metadata").resolve(name);
    }

    private Path place(String target, String sha256) {
        int slash = target.lastIndexOf('/') + 1;
        return folder.resolve("targets").resolve(target.substring(0, slash) + sha256 + "." + target.substring(slash));
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
