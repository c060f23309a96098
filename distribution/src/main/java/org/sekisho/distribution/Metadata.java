package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.sekisho.gate.tuf.Digests;

/** TUF's four metadata files (specification 1.0), each signed by its role's one key. */
final class Metadata {
    private static final String SPECIFICATION = "1.0.31";
    private static final Duration TIMESTAMP_LASTS = Duration.ofDays(30);
    private static final Duration LASTS = Duration.ofDays(365);
    private static final Duration ROOT_LASTS = Duration.ofDays(5 * 365);
    private static final List<Role> TOP_LEVEL = List.of(Role.ROOT, Role.TIMESTAMP, Role.SNAPSHOT, Role.TARGETS);

    private final DevelopmentKeys keys;
    private final Instant now;

    Metadata(DevelopmentKeys keys, Instant now) {
        this.keys = keys;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The root is made once, as its keys are: a register pins it. */
    byte[] root() throws IOException, AssemblyFault {
        Path file = keys.folder().resolve("1.root.json");
        if (!Files.exists(file)) {
            PrivateFiles.replace(file, sign(Role.ROOT, newRoot()));
        }
        byte[] root = Files.readAllBytes(file);
        JsonObject signed =
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonObject("signed");
        if (!signed.get("keys").equals(publicKeys())) {
            throw new AssemblyFault(
                    file + " names other keys than those beside it. Move the folder away to begin anew.");
        }
        return root;
    }

    private JsonObject newRoot() {
        JsonObject root = header("root", 1, ROOT_LASTS);
        root.addProperty("consistent_snapshot", true);
        root.addProperty("development", true);
        root.add("keys", publicKeys());
        JsonObject roles = new JsonObject();
        for (Role role : TOP_LEVEL) {
            JsonArray ids = new JsonArray();
            ids.add(keys.key(role).keyid());
            JsonObject rule = new JsonObject();
            rule.add("keyids", ids);
            rule.addProperty("threshold", 1);
            roles.add(role.lowerCase(), rule);
        }
        root.add("roles", roles);
        return root;
    }

    private JsonObject publicKeys() {
        JsonObject all = new JsonObject();
        TOP_LEVEL.forEach(role -> all.add(keys.key(role).keyid(), keys.key(role).toJson()));
        return all;
    }

    byte[] targets(long version, Map<String, byte[]> targets) {
        JsonObject files = new JsonObject();
        targets.forEach((name, content) -> files.add(name, describe(content)));
        JsonObject signed = header("targets", version, LASTS);
        signed.add("targets", files);
        return sign(Role.TARGETS, signed);
    }

    byte[] snapshot(long version, byte[] targets) {
        return sign(Role.SNAPSHOT, meta(header("snapshot", version, LASTS), "targets.json", version, targets));
    }

    byte[] timestamp(long version, byte[] snapshot) {
        return sign(
                Role.TIMESTAMP,
                meta(header("timestamp", version, TIMESTAMP_LASTS), "snapshot.json", version, snapshot));
    }

    private JsonObject header(String type, long version, Duration lasts) {
        JsonObject signed = new JsonObject();
        signed.addProperty("_type", type);
        signed.addProperty("spec_version", SPECIFICATION);
        signed.addProperty("version", version);
        signed.addProperty("expires", now.plus(lasts).toString());
        return signed;
    }

    private static JsonObject meta(JsonObject signed, String file, long version, byte[] content) {
        JsonObject description = describe(content);
        description.addProperty("version", version);
        JsonObject meta = new JsonObject();
        meta.add(file, description);
        signed.add("meta", meta);
        return signed;
    }

    private static JsonObject describe(byte[] content) {
        JsonObject hashes = new JsonObject();
        hashes.addProperty("sha256", Digests.sha256(content));
        JsonObject description = new JsonObject();
        description.addProperty("length", content.length);
        description.add("hashes", hashes);
        return description;
    }

    private byte[] sign(Role role, JsonObject signed) {
        return Envelope.of(signed, keys.key(role));
    }
}
